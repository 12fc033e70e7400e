package io.fieldstick.windows.live;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Guid.GUID;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.ScheduledTasks;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Task Scheduler, asked through its COM interfaces: unlike schtasks.exe they say what went wrong, and take no file.
 *
 * <p>Sources: MS docs taskschd.h and its interface definition for the order of the methods, of which the first seven are
 * those of IDispatch.
 */
final class LiveScheduledTasks implements ScheduledTasks {
    private static final GUID TASK_SCHEDULER = new GUID("{0F87369F-A4E5-4CFC-BD3E-73E6154572DD}");
    private static final GUID TASK_SERVICE = new GUID("{2FABA4C7-4DA9-4013-9697-20CC3FD40F85}");
    private static final int IN_PROCESS = 1;
    /** COINIT_MULTITHREADED of objbase.h. */
    private static final int MULTITHREADED = 0;

    private static final int RELEASE = 2;
    private static final int SERVICE_GET_FOLDER = 7;
    private static final int SERVICE_CONNECT = 10;
    private static final int FOLDER_GET_TASK = 13;
    private static final int FOLDER_DELETE_TASK = 15;
    private static final int FOLDER_REGISTER_TASK = 16;
    private static final int TASK_XML = 20;

    private static final int CREATE_OR_UPDATE = 6;
    private static final int LOGON_SERVICE_ACCOUNT = 5;
    /** Everything for LocalSystem and the administrators, nothing for others. */
    private static final String RIGHTS = "D:P(A;;FA;;;SY)(A;;FA;;;BA)";

    /** HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND). */
    private static final int NOT_FOUND = 0x80070002;

    private static final int VARIANT_BYTES = 24;
    private static final int VARIANT_VALUE = 8;
    private static final short VARIANT_TEXT = 8;

    @Override
    public Reading<String> definition(String name) {
        Message tried = Tried.readTask(name);
        try (Call call = new Call(tried)) {
            Pointer task = call.object(call.root(), FOLDER_GET_TASK, call.text(name));
            Pointer[] xml = new Pointer[1];
            call.check(Call.invoke(task, TASK_XML, (Object) xml));
            String text = xml[0].getWideString(0);
            Oleaut32.SysFreeString(xml[0]);
            return Reading.of(text);
        } catch (WindowsException refused) {
            return refused.error().code() == NOT_FOUND ? Reading.absent() : Reading.unreadable(refused.error());
        }
    }

    @Override
    public void create(String name, String xml) {
        try (Call call = new Call(Tried.createTask(name))) {
            Pointer none = call.variant();
            call.object(
                    call.root(),
                    FOLDER_REGISTER_TASK,
                    call.text(name),
                    call.text(xml),
                    CREATE_OR_UPDATE,
                    none,
                    none,
                    LOGON_SERVICE_ACCOUNT,
                    call.variant(RIGHTS));
        }
    }

    @Override
    public void delete(String name) {
        try (Call call = new Call(Tried.deleteTask(name))) {
            int code = Call.invoke(call.root(), FOLDER_DELETE_TASK, call.text(name), 0);
            call.check(code == NOT_FOUND ? 0 : code);
        }
    }

    /** One conversation with the service: what is made for it is let go when it is closed. */
    private static final class Call implements AutoCloseable {
        private final Message tried;
        private final boolean initialized;
        private final List<Pointer> objects = new ArrayList<>();
        private final List<Pointer> texts = new ArrayList<>();

        Call(Message tried) {
            this.tried = tried;
            this.initialized = Ole32.CoInitializeEx(null, MULTITHREADED) >= 0;
        }

        /** The root folder of the service of this computer. */
        Pointer root() {
            long[] made = new long[1];
            check(Ole32.CoCreateInstance(memory(TASK_SCHEDULER), null, IN_PROCESS, memory(TASK_SERVICE), made));
            Pointer service = new Pointer(made[0]);
            objects.add(service);
            Pointer none = variant();
            check(invoke(service, SERVICE_CONNECT, none, none, none, none));
            return object(service, SERVICE_GET_FOLDER, text("\\"));
        }

        /** The object that a method gives through its last parameter. */
        Pointer object(Pointer on, int method, Object... arguments) {
            Pointer[] made = new Pointer[1];
            List<Object> all = new ArrayList<>(List.of(arguments));
            all.add(made);
            check(invoke(on, method, all.toArray()));
            objects.add(made[0]);
            return made[0];
        }

        /** A VARIANT that is empty; a structure of this size is passed by its address in 64-bit code. */
        Pointer variant() {
            Memory variant = new Memory(VARIANT_BYTES);
            variant.clear();
            return variant;
        }

        Pointer variant(String text) {
            Pointer variant = variant();
            variant.setShort(0, VARIANT_TEXT);
            variant.setPointer(VARIANT_VALUE, text(text));
            return variant;
        }

        Pointer text(String text) {
            Pointer made = Oleaut32.SysAllocString(Wide.of(text));
            texts.add(made);
            return made;
        }

        void check(int code) {
            if (code < 0) {
                Refusal.check(tried, code);
            }
        }

        private static Pointer memory(GUID id) {
            id.write();
            return id.getPointer();
        }

        static int invoke(Pointer on, int method, Object... arguments) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = on;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            Pointer function = on.getPointer(0).getPointer((long) method * Long.BYTES);
            return Function.getFunction(function).invokeInt(all);
        }

        @Override
        public void close() {
            for (int i = objects.size() - 1; i >= 0; i--) {
                invoke(objects.get(i), RELEASE);
            }
            texts.forEach(Oleaut32::SysFreeString);
            if (initialized) {
                Ole32.CoUninitialize();
            }
        }
    }
}
