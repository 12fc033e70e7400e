/*
 * Makes one object of a COM class, as a web page would, and says by its exit code whether Windows could.
 *
 *     create-object {CLSID}
 *
 * A program of its own, once for each bitness, because a control's code can only be loaded by a program of its bitness
 * (MS docs: "Process Interoperability"), and because it may hang or crash: then it takes this one with it and not
 * Fieldstick. See io.fieldstick.windows.live.LiveComponents.
 *
 * Exit codes: MADE; the HRESULT of what Windows refused; what Windows ends a crashed program with. All but MADE that are
 * not negative mean that nothing was tried.
 */
#include <windows.h>
#include <objbase.h>

/* Not 0, which a loader without a part for this bitness may answer for a program that never ran. */
enum { MADE = 32 };

static HRESULT create(const wchar_t *text)
{
    CLSID class;
    void *object;
    HRESULT result = CoInitializeEx(NULL, COINIT_APARTMENTTHREADED);
    if (SUCCEEDED(result)) {
        result = CLSIDFromString(text, &class);
    }
    if (SUCCEEDED(result)) {
        result = CoCreateInstance(&class, NULL, CLSCTX_INPROC_SERVER, &IID_IUnknown, &object);
    }
    return result;
}

int wmain(int count, wchar_t **arguments)
{
    HRESULT result = E_INVALIDARG;
    /* Nobody may be there to answer, and the current folder is no place to load libraries from. */
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    SetDllDirectoryW(L"");
    if (count == 2) {
        result = create(arguments[1]);
    }
    /* At once: how the control's code takes its leave is not asked. */
    TerminateProcess(GetCurrentProcess(), SUCCEEDED(result) ? MADE : (UINT) result);
    return result;
}
