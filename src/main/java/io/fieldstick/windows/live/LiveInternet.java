package io.fieldstick.windows.live;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.fieldstick.windows.Internet;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WinHttpProxy;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** urlmon and WinINET, asked as the account that this process runs as. */
final class LiveInternet implements Internet {
    /** IInternetSecurityManager's methods by their order in urlmon.idl. */
    private static final int RELEASE = 2;

    private static final int MAP_URL_TO_ZONE = 5;
    private static final int PROCESS_URL_ACTION = 7;
    /** PUAF_NOUI: nobody is asked. */
    private static final int NO_QUESTION = 1;

    /** wininet.h. */
    private static final int PER_CONNECTION_OPTION = 75;

    private static final int FLAGS = 1;
    private static final int PROXY_SERVER = 2;
    private static final int SCRIPT_URL = 4;
    private static final int FLAGS_UI = 10;
    private static final int USES_PROXY = 2;
    private static final int USES_SCRIPT = 4;

    /** INTERNET_PER_CONN_OPTION_LISTW and behind it its one INTERNET_PER_CONN_OPTIONW, as 64-bit code lays them out. */
    private static final int LIST_BYTES = 32;

    private static final int OPTION_COUNT = 16;
    private static final int OPTIONS = 24;
    private static final int OPTION_BYTES = 16;
    private static final int OPTION_VALUE = 8;

    @Override
    public Reading<Integer> zoneOf(String url) {
        int[] zone = new int[1];
        int result = securityManager(
                manager -> method(manager, MAP_URL_TO_ZONE).invokeInt(new Object[] {manager, Wide.of(url), zone, 0}));
        return result < 0 ? Reading.unreadable(Refusal.of(Tried.askZone(url), result)) : Reading.of(zone[0]);
    }

    @Override
    public Reading<Integer> policyOf(String url, int action) {
        int[] policy = new int[1];
        int result = securityManager(manager -> method(manager, PROCESS_URL_ACTION)
                .invokeInt(
                        new Object[] {manager, Wide.of(url), action, policy, Integer.BYTES, null, 0, NO_QUESTION, 0}));
        // S_FALSE says that it is not allowed; which way, the policy says.
        return result < 0
                ? Reading.unreadable(Refusal.of(Tried.askAction(url, action), result))
                : Reading.of(policy[0]);
    }

    /** What {@code question} returns for urlmon's security manager, an HRESULT. */
    private static int securityManager(ToIntFunction<Pointer> question) {
        int apartment = Ole32.CoInitializeEx(null, Ole32.APARTMENT_THREADED);
        try {
            long[] made = new long[1];
            int result = Urlmon.CoInternetCreateSecurityManager(null, made, 0);
            if (result < 0) {
                return result;
            }
            Pointer manager = new Pointer(made[0]);
            int answer = question.applyAsInt(manager);
            method(manager, RELEASE).invokeInt(new Object[] {manager});
            return answer;
        } finally {
            if (apartment >= 0) {
                Ole32.CoUninitialize();
            }
        }
    }

    @Override
    public Reading<String> proxyServer() {
        return inUse(USES_PROXY, PROXY_SERVER);
    }

    @Override
    public Reading<String> proxyScript() {
        return inUse(USES_SCRIPT, SCRIPT_URL);
    }

    @Override
    public Reading<WinHttpProxy> winHttpProxy() {
        return DefaultProxy.read();
    }

    /** The text {@code which} where {@code flag} says that it is used. */
    private static Reading<String> inUse(int flag, int which) {
        Memory flags = option(FLAGS_UI);
        // Before Internet Explorer 8 there was no FLAGS_UI (MS docs: wininet INTERNET_PER_CONN_OPTIONW).
        if (!query(flags) || flags.getInt(LIST_BYTES + OPTION_VALUE) == 0) {
            flags = option(FLAGS);
            if (!query(flags)) {
                return Reading.unreadable(Refusal.of(Tried.askProxy(), Refusal.lastCode()));
            }
        }
        return (flags.getInt(LIST_BYTES + OPTION_VALUE) & flag) == 0 ? Reading.absent() : text(which);
    }

    private static Function method(Pointer object, int slot) {
        return Function.getFunction(object.getPointer(0).getPointer((long) slot * Native.POINTER_SIZE));
    }

    private static Reading<String> text(int which) {
        Memory option = option(which);
        if (!query(option)) {
            return Reading.unreadable(Refusal.of(Tried.askProxy(), Refusal.lastCode()));
        }
        Optional<Pointer> text = Optional.ofNullable(option.getPointer(LIST_BYTES + OPTION_VALUE));
        Optional<String> server = text.map(pointer -> pointer.getWideString(0)).filter(found -> !found.isBlank());
        text.ifPresent(pointer -> Kernel32.GlobalFree(Pointer.nativeValue(pointer)));
        return server.map(Reading::of).orElseGet(Reading::absent);
    }

    private static boolean query(Memory list) {
        return Wininet.InternetQueryOptionW(0, PER_CONNECTION_OPTION, list, new int[] {LIST_BYTES}) != 0;
    }

    private static Memory option(int which) {
        Memory list = new Memory(LIST_BYTES + OPTION_BYTES);
        list.clear();
        list.setInt(0, LIST_BYTES);
        list.setInt(OPTION_COUNT, 1);
        list.setPointer(OPTIONS, list.share(LIST_BYTES));
        list.setInt(LIST_BYTES, which);
        return list;
    }
}
