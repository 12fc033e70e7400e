package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.Services;
import io.fieldstick.windows.Tried;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services, by the Service Control Manager (MS docs: winsvc.h). */
final class LiveServices implements Services {
    private static final Logger LOG = LoggerFactory.getLogger(LiveServices.class);

    private static final int CONNECT = 0x1;
    private static final int QUERY = 0x1 | 0x4;
    private static final int CHANGE = 0x2;
    private static final int START = 0x10;
    private static final int STOP = 0x20;
    private static final int PAUSE_CONTINUE = 0x40;

    private static final int NO_CHANGE = -1;
    private static final int DELAYED_AUTO_START_INFO = 3;
    private static final int CONTROL_STOP = 1;
    private static final int CONTROL_PARAMETERS_CHANGED = 6;
    /** SERVICE_KERNEL_DRIVER, SERVICE_FILE_SYSTEM_DRIVER (winnt.h). */
    private static final int DRIVERS = 0x3;
    /** A QUERY_SERVICE_CONFIGW is 8 KB at most (MS docs: QueryServiceConfigW). */
    private static final int CONFIG_BYTES = 8192;

    private static final int STATUS_NUMBERS = 7;
    private static final int STATE = 1;
    private static final int STOPPED = 1;
    private static final int RUNNING = 4;

    private static final int NO_SUCH_SERVICE = 1060;
    private static final int ALREADY_RUNNING = 1056;
    private static final int NOT_RUNNING = 1062;
    private static final int NO_ANSWER_IN_TIME = 1053;

    /** ERROR_INVALID_LEVEL (winerror.h). */
    private static final int INVALID_LEVEL = 124;

    private static final int WAITS = 300;
    private static final Duration WAIT = Duration.ofMillis(100);

    @Override
    public Reading<Service> service(String name) {
        int[] numbers = new int[3];
        int code = with(name, QUERY, service -> describe(service, numbers));
        if (code == NO_SUCH_SERVICE) {
            return Reading.absent();
        }
        return code == 0
                ? Reading.of(new Service((numbers[0] & DRIVERS) != 0, start(numbers[1]), state(numbers[2])))
                : Reading.unreadable(Refusal.of(Tried.askService(name), code));
    }

    /** Puts type, start and state into {@code numbers}: 0, or Windows's code. */
    private static int describe(long service, int[] numbers) {
        Memory config = new Memory(CONFIG_BYTES);
        if (Advapi32.QueryServiceConfigW(service, config, CONFIG_BYTES, new int[1]) == 0) {
            return Refusal.lastCode();
        }
        int[] status = new int[STATUS_NUMBERS];
        if (Advapi32.QueryServiceStatus(service, status) == 0) {
            return Refusal.lastCode();
        }
        numbers[0] = config.getInt(0);
        numbers[1] = config.getInt(4);
        numbers[2] = status[STATE];
        int[] delayed = new int[1];
        int code = numbers[1] == Service.Start.AUTOMATIC.code() ? delay(service, delayed) : 0;
        if (delayed[0] != 0) {
            numbers[1] = NO_CHANGE;
        }
        return code;
    }

    /** Puts into {@code delayed} whether its start is delayed: 0, or Windows's code. One that knows no delay delays nothing. */
    private static int delay(long service, int[] delayed) {
        boolean told = Advapi32.QueryServiceConfig2W(service, DELAYED_AUTO_START_INFO, delayed, 4, new int[1]) != 0;
        int code = told ? 0 : Refusal.lastCode();
        return code == INVALID_LEVEL ? 0 : code;
    }

    private static Service.Start start(int code) {
        return switch (code) {
            case 0 -> Service.Start.BOOT;
            case 1 -> Service.Start.SYSTEM;
            case 2 -> Service.Start.AUTOMATIC;
            case NO_CHANGE -> Service.Start.AUTOMATIC_DELAYED;
            case 3 -> Service.Start.MANUAL;
            default -> Service.Start.DISABLED;
        };
    }

    private static Service.State state(int code) {
        return switch (code) {
            case STOPPED -> Service.State.STOPPED;
            case RUNNING -> Service.State.RUNNING;
            default -> Service.State.BETWEEN;
        };
    }

    @Override
    public void setStart(String name, Service.Start start) {
        Refusal.check(Tried.setServiceStart(name), with(name, QUERY | CHANGE, service -> setStart(service, start)));
    }

    /** Start and delay are two calls: where Windows takes the first and not the second, the first is taken back. */
    private static int setStart(long service, Service.Start start) {
        Memory before = new Memory(CONFIG_BYTES);
        if (Advapi32.QueryServiceConfigW(service, before, CONFIG_BYTES, new int[1]) == 0) {
            return Refusal.lastCode();
        }
        int code = changeStart(service, start.code());
        if (code != 0 || start.code() != Service.Start.AUTOMATIC.code()) {
            return code;
        }
        boolean delay = start == Service.Start.AUTOMATIC_DELAYED;
        int[] delayed = new int[1];
        if (delay(service, delayed) == 0 && (delayed[0] != 0) == delay) {
            return 0;
        }
        if (Advapi32.ChangeServiceConfig2W(service, DELAYED_AUTO_START_INFO, new int[] {delay ? 1 : 0}) == 0) {
            code = Refusal.lastCode();
            changeStart(service, before.getInt(4));
        }
        return code;
    }

    private static int changeStart(long service, int start) {
        boolean taken = Advapi32.ChangeServiceConfigW(
                        service, NO_CHANGE, start, NO_CHANGE, null, null, null, null, null, null, null)
                != 0;
        return taken ? 0 : Refusal.lastCode();
    }

    @Override
    public void start(String name) {
        Message tried = Tried.startService(name);
        Refusal.check(tried, with(name, QUERY | START, service -> {
            boolean taken = Advapi32.StartServiceW(service, 0, null) != 0;
            int code = taken ? 0 : Refusal.lastCode();
            return code == 0 || code == ALREADY_RUNNING ? await(service, RUNNING) : code;
        }));
    }

    @Override
    public void stop(String name) {
        Refusal.check(Tried.stopService(name), with(name, QUERY | STOP, service -> {
            boolean taken = Advapi32.ControlService(service, CONTROL_STOP, new int[STATUS_NUMBERS]) != 0;
            int code = taken ? 0 : Refusal.lastCode();
            return code == 0 || code == NOT_RUNNING ? await(service, STOPPED) : code;
        }));
    }

    /** Asks a running service to read its parameters again; best effort. */
    static void tellToReadAgain(String name) {
        int code = with(name, PAUSE_CONTINUE, service -> {
            boolean heard = Advapi32.ControlService(service, CONTROL_PARAMETERS_CHANGED, new int[STATUS_NUMBERS]) != 0;
            return heard ? 0 : Refusal.lastCode();
        });
        if (code != 0) {
            LOG.debug("the service {} did not hear of its new parameters: {}", name, code);
        }
    }

    /** 0 once the service is in that state; a starting service that is stopped again has failed. */
    private static int await(long service, int wanted) {
        int[] status = new int[STATUS_NUMBERS];
        for (int i = 0; i < WAITS; i++) {
            if (Advapi32.QueryServiceStatus(service, status) == 0) {
                return Refusal.lastCode();
            }
            if (status[STATE] == wanted) {
                return 0;
            }
            if (status[STATE] == STOPPED) {
                return status[3] == 0 ? NOT_RUNNING : status[3];
            }
            Pause.of(WAIT);
        }
        return NO_ANSWER_IN_TIME;
    }

    /** What {@code use} answers of the opened service; Windows's code where it cannot be opened. */
    private static int with(String name, int access, ToIntFunction<Long> use) {
        long manager = Advapi32.OpenSCManagerW(null, null, CONNECT);
        if (manager == 0) {
            return Refusal.lastCode();
        }
        try {
            long service = Advapi32.OpenServiceW(manager, Wide.of(name), access);
            if (service == 0) {
                return Refusal.lastCode();
            }
            try {
                return use.applyAsInt(service);
            } finally {
                Advapi32.CloseServiceHandle(service);
            }
        } finally {
            Advapi32.CloseServiceHandle(manager);
        }
    }
}
