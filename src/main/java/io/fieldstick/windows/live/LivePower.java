package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Power;
import io.fieldstick.windows.PowerSource;
import io.fieldstick.windows.PowerTimeout;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.util.ArrayList;
import java.util.List;

/** The power plans, by powrprof.dll (MS docs: powersetting.h); each function answers 0 or a Win32 code. */
final class LivePower implements Power {
    private static final int ACCESS_SCHEME = 16;
    /** A computer has a handful of plans; the loop must end all the same. */
    private static final int MOST = 1000;

    /** NULL: the power settings of this computer, and every one below them. */
    private static final long ROOT = 0;

    private static final long ALL = 0;

    @Override
    public Reading<List<String>> plans() {
        List<String> plans = new ArrayList<>();
        byte[] guid = new byte[Guid.BYTES];
        for (int index = 0; index < MOST; index++) {
            int code =
                    function("PowerEnumerate").call(ROOT, ALL, ALL, ACCESS_SCHEME, index, guid, new int[] {Guid.BYTES});
            if (code == Refusal.NO_MORE_ITEMS) {
                return Reading.of(plans);
            }
            if (code != 0) {
                return Reading.unreadable(Refusal.of(Tried.listPowerPlans(), code));
            }
            plans.add(Guid.text(guid));
        }
        return Reading.of(plans);
    }

    @Override
    public Reading<String> activePlan() {
        long[] found = new long[1];
        int code = function("PowerGetActiveScheme").call(ROOT, found);
        if (code != 0 || found[0] == 0) {
            return Reading.unreadable(Refusal.of(Tried.askPowerPlan(), Refusal.ofFailure(code)));
        }
        String plan = Guid.text(new Pointer(found[0]).getByteArray(0, Guid.BYTES));
        Kernel32.LocalFree(found[0]);
        return Reading.of(plan);
    }

    @Override
    public Reading<Integer> seconds(String plan, PowerTimeout timeout, PowerSource source) {
        int[] seconds = new int[1];
        int code = function("PowerRead" + words(source) + "ValueIndex")
                .call(ROOT, Guid.bytes(plan), Guid.bytes(timeout.subgroup()), Guid.bytes(timeout.setting()), seconds);
        if (code == WindowsError.FILE_NOT_FOUND) {
            return Reading.absent();
        }
        return code == 0
                ? Reading.of(seconds[0])
                : Reading.unreadable(Refusal.of(Tried.askPowerTimeout(plan, timeout), code));
    }

    @Override
    public void activate(String plan) {
        Refusal.check(Tried.activatePowerPlan(plan), activated(plan));
    }

    private static int activated(String plan) {
        return function("PowerSetActiveScheme").call(ROOT, Guid.bytes(plan));
    }

    /** What is written to the plan in force counts once it is made active again (MS docs: PowerWriteACValueIndex). */
    @Override
    public void setSeconds(String plan, PowerTimeout timeout, PowerSource source, int seconds) {
        Message tried = Tried.setPowerTimeout(plan, timeout);
        int code = function("PowerWrite" + words(source) + "ValueIndex")
                .call(ROOT, Guid.bytes(plan), Guid.bytes(timeout.subgroup()), Guid.bytes(timeout.setting()), seconds);
        Refusal.check(tried, code);
        if (activePlan().equals(Reading.of(plan))) {
            Refusal.check(tried, activated(plan));
        }
    }

    private static String words(PowerSource source) {
        return source == PowerSource.PLUGGED_IN ? "AC" : "DC";
    }

    private static OptionalFunction function(String name) {
        return new OptionalFunction("powrprof", name);
    }
}
