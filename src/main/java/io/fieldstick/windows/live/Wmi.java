package io.fieldstick.windows.live;

import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiQuery;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Questions to Windows Management Instrumentation. */
final class Wmi {
    private static final int MILLISECONDS = 20_000;

    /** ERROR_TIMEOUT of winerror.h. */
    private static final int TIMED_OUT = 1460;

    /** WBEM_E_NOT_FOUND, WBEM_E_INVALID_NAMESPACE, WBEM_E_INVALID_CLASS, REGDB_E_CLASSNOTREG: no such thing here. */
    private static final Set<Integer> NO_SUCH_THING = Set.of(0x80041002, 0x8004100E, 0x80041010, 0x80040154);

    /** COINIT_MULTITHREADED of objbase.h. */
    private static final int MULTITHREADED = 0;

    private Wmi() {}

    /**
     * The rows of {@code SELECT properties FROM from}, by the constants of {@code properties}, which are named as WMI names
     * them; a property without a value is not in its row. Absent where there is no such namespace or class.
     *
     * @param from a class, and a WHERE clause where one is wanted
     */
    static <T extends Enum<T>> Reading<List<Map<T, Object>>> rows(
            String namespace, String from, Class<T> properties, Message tried) {
        int initialized = Ole32.CoInitializeEx(null, MULTITHREADED);
        try {
            return Reading.of(rows(new WmiQuery<>(namespace, from, properties).execute(MILLISECONDS), properties));
        } catch (COMException e) {
            int code = e.getHresult() == null ? TIMED_OUT : e.getHresult().intValue();
            return NO_SUCH_THING.contains(code) ? Reading.absent() : Reading.unreadable(Refusal.of(tried, code));
        } catch (TimeoutException e) {
            return Reading.unreadable(Refusal.of(tried, TIMED_OUT));
        } finally {
            if (initialized >= 0) {
                Ole32.CoUninitialize();
            }
        }
    }

    private static <T extends Enum<T>> List<Map<T, Object>> rows(WmiResult<T> result, Class<T> properties) {
        List<Map<T, Object>> rows = new ArrayList<>();
        for (int row = 0; row < result.getResultCount(); row++) {
            Map<T, Object> values = new EnumMap<>(properties);
            for (T property : properties.getEnumConstants()) {
                Object value = result.getValue(property, row);
                if (value != null) {
                    values.put(property, value);
                }
            }
            rows.add(values);
        }
        return rows;
    }

    /** {@code value} as a text; empty where there is none. */
    static String text(Map<?, Object> row, Enum<?> property) {
        return String.valueOf(row.getOrDefault(property, ""));
    }

    /** {@code value} as a number; {@code otherwise} where it is none. */
    static int number(Map<?, Object> row, Enum<?> property, int otherwise) {
        return row.get(property) instanceof Number number ? number.intValue() : otherwise;
    }
}
