/*
 * A control as a house's page may ask for it: it registers itself, and an object of it can be made, unless it is compiled with
 * REFUSES (as one whose licence is missing), CRASHES or HANGS.
 */
#include <windows.h>
#include <objbase.h>
#include <olectl.h>

#define CLASS_TEXT L"{5B1D0E7A-3C42-4F3B-9A7E-2D6C8F104B11}"
#define CLASS_KEY L"SOFTWARE\\Classes\\CLSID\\" CLASS_TEXT

static const CLSID HOUSE = {0x5B1D0E7A, 0x3C42, 0x4F3B, {0x9A, 0x7E, 0x2D, 0x6C, 0x8F, 0x10, 0x4B, 0x11}};
static HMODULE self;

static HRESULT STDMETHODCALLTYPE query(IClassFactory *object, REFIID wanted, void **out)
{
    BOOL known = IsEqualIID(wanted, &IID_IUnknown) || IsEqualIID(wanted, &IID_IClassFactory);
    *out = known ? object : NULL;
    return known ? S_OK : E_NOINTERFACE;
}

static ULONG STDMETHODCALLTYPE count(IClassFactory *object)
{
    (void) object;
    return 1;
}

static HRESULT STDMETHODCALLTYPE create(IClassFactory *factory, IUnknown *outer, REFIID wanted, void **out)
{
    (void) outer;
#if defined REFUSES
    (void) factory, (void) wanted;
    *out = NULL;
    return CLASS_E_NOTLICENSED;
#elif defined CRASHES
    (void) factory, (void) wanted, (void) out;
    RaiseException(EXCEPTION_ACCESS_VIOLATION, 0, 0, NULL);
    return E_FAIL;
#elif defined HANGS
    (void) factory, (void) wanted, (void) out;
    Sleep(INFINITE);
    return E_FAIL;
#else
    /* Whatever lives for ever may be its own factory. */
    return query(factory, wanted, out);
#endif
}

static HRESULT STDMETHODCALLTYPE lock(IClassFactory *factory, BOOL locked)
{
    (void) factory, (void) locked;
    return S_OK;
}

static IClassFactoryVtbl methods = {query, count, count, create, lock};
static IClassFactory factory = {&methods};

HRESULT WINAPI DllGetClassObject(REFCLSID class, REFIID wanted, void **out)
{
    return IsEqualCLSID(class, &HOUSE) ? query(&factory, wanted, out) : CLASS_E_CLASSNOTAVAILABLE;
}

HRESULT WINAPI DllCanUnloadNow(void)
{
    return S_FALSE;
}

static BOOL put(const wchar_t *key, const wchar_t *name, const wchar_t *text)
{
    DWORD bytes = (DWORD) ((wcslen(text) + 1) * sizeof(wchar_t));
    return RegSetKeyValueW(HKEY_LOCAL_MACHINE, key, name, REG_SZ, text, bytes) == ERROR_SUCCESS;
}

HRESULT WINAPI DllRegisterServer(void)
{
    wchar_t file[MAX_PATH];
    BOOL done = GetModuleFileNameW(self, file, MAX_PATH) && put(CLASS_KEY L"\\InprocServer32", NULL, file)
        && put(CLASS_KEY L"\\InprocServer32", L"ThreadingModel", L"Apartment");
    return done ? S_OK : SELFREG_E_CLASS;
}

HRESULT WINAPI DllUnregisterServer(void)
{
    return RegDeleteTreeW(HKEY_LOCAL_MACHINE, CLASS_KEY) == ERROR_SUCCESS ? S_OK : SELFREG_E_CLASS;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved)
{
    (void) reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        self = instance;
    }
    return TRUE;
}
