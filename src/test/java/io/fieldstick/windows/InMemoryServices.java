package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The services of {@link InMemoryWindows}; every start and stop succeeds at once. */
final class InMemoryServices implements Services {
    private static final int NO_SUCH_SERVICE = 1060;
    private static final int DISABLED = 1058;

    private final Map<String, Service> services = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Integer> refused = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final BiConsumer<Message, String> beforeWrite;

    InMemoryServices(BiConsumer<Message, String> beforeWrite) {
        this.beforeWrite = beforeWrite;
    }

    @Override
    public Reading<Service> service(String name) {
        if (refused.containsKey(name)) {
            return Reading.unreadable(WindowsErrors.error(Tried.askService(name), refused.getOrDefault(name, 0)));
        }
        return services.containsKey(name) ? Reading.of(found(name, Tried.askService(name))) : Reading.absent();
    }

    @Override
    public void setStart(String name, Service.Start start) {
        Message tried = Tried.setServiceStart(name);
        Service is = found(name, tried);
        beforeWrite.accept(tried, "service " + name + " start " + start);
        services.put(name, new Service(is.driver(), start, is.state()));
    }

    @Override
    public void start(String name) {
        Message tried = Tried.startService(name);
        Service is = found(name, tried);
        if (is.start() == Service.Start.DISABLED && is.state() != Service.State.RUNNING) {
            throw new WindowsException(WindowsErrors.error(tried, DISABLED));
        }
        beforeWrite.accept(tried, "start the service " + name);
        services.put(name, new Service(is.driver(), is.start(), Service.State.RUNNING));
    }

    @Override
    public void stop(String name) {
        Message tried = Tried.stopService(name);
        Service is = found(name, tried);
        beforeWrite.accept(tried, "stop the service " + name);
        services.put(name, new Service(is.driver(), is.start(), Service.State.STOPPED));
    }

    void put(String name, Service service) {
        services.put(name, service);
    }

    void refuse(String name, int code) {
        refused.put(name, code);
    }

    void addTo(SortedMap<String, String> snapshot) {
        services.forEach((name, service) -> snapshot.put("service " + name, service.toString()));
    }

    private Service found(String name, Message tried) {
        Service service = services.get(name);
        if (refused.containsKey(name) || service == null) {
            throw new WindowsException(WindowsErrors.error(tried, refused.getOrDefault(name, NO_SUCH_SERVICE)));
        }
        return service;
    }
}
