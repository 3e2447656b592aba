//! A plain Aho-Corasick over the same terms, for the benchmark alone: BurntSushi's library behind two functions that
//! Node.js calls. `build(terms)` takes the terms in UTF-8, a line each; `scan(text)` counts every match in a text.
use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use std::ffi::{c_char, c_void};
use std::ptr::null_mut;

type Env = *mut c_void;
type Value = *mut c_void;
type Info = *mut c_void;
type Callback = extern "C" fn(Env, Info) -> Value;

extern "C" {
    fn napi_get_cb_info(env: Env, info: Info, count: *mut usize, given: *mut Value, this: *mut Value, data: *mut *mut c_void) -> i32;
    fn napi_get_buffer_info(env: Env, value: Value, data: *mut *mut c_void, length: *mut usize) -> i32;
    fn napi_create_uint32(env: Env, number: u32, result: *mut Value) -> i32;
    fn napi_create_function(env: Env, name: *const c_char, length: usize, call: Callback, data: *mut c_void, result: *mut Value) -> i32;
    fn napi_set_named_property(env: Env, object: Value, name: *const c_char, value: Value) -> i32;
}

/// One automaton a process; the benchmark has one thread.
static mut AUTOMATON: Option<AhoCorasick<u32>> = None;

fn bytes<'a>(env: Env, info: Info) -> &'a [u8] {
    let (mut count, mut value, mut data, mut length) = (1usize, null_mut(), null_mut(), 0usize);
    unsafe {
        napi_get_cb_info(env, info, &mut count, &mut value, null_mut(), null_mut());
        napi_get_buffer_info(env, value, &mut data, &mut length);
        std::slice::from_raw_parts(data as *const u8, length)
    }
}

fn number(env: Env, number: usize) -> Value {
    let mut result = null_mut();
    unsafe { napi_create_uint32(env, number as u32, &mut result) };
    result
}

extern "C" fn build(env: Env, info: Info) -> Value {
    let terms: Vec<&[u8]> = bytes(env, info).split(|&byte| byte == b'\n').collect();
    let automaton = AhoCorasickBuilder::new().build_with_size::<u32, _, _>(&terms).expect("the automaton is too large");
    let size = automaton.heap_bytes();
    unsafe { AUTOMATON = Some(automaton) };
    number(env, size / 1_000_000)
}

extern "C" fn scan(env: Env, info: Info) -> Value {
    let text = bytes(env, info);
    #[allow(static_mut_refs)]
    let automaton = unsafe { AUTOMATON.as_ref().expect("build first") };
    number(env, automaton.find_overlapping_iter(text).count())
}

#[no_mangle]
pub extern "C" fn napi_register_module_v1(env: Env, exports: Value) -> Value {
    for (name, call) in [(c"build", build as Callback), (c"scan", scan as Callback)] {
        let mut function = null_mut();
        unsafe {
            napi_create_function(env, name.as_ptr(), usize::MAX, call, null_mut(), &mut function);
            napi_set_named_property(env, exports, name.as_ptr(), function);
        }
    }
    exports
}
