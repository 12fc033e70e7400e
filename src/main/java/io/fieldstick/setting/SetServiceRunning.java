package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** A service is started or stopped now; when it is started from now on stays as it is. */
public record SetServiceRunning(String service, boolean running) implements Change {
    @Override
    public Message title() {
        return Message.of(running ? "services.change.run" : "services.change.stop", service);
    }

    @Override
    public void makeOn(Windows windows) {
        if (running) {
            windows.services().start(service);
        } else {
            windows.services().stop(service);
        }
    }

    /** A service that was paused, or on its way, is taken for one that ran. */
    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<Service> previous = before.services().service(service).orThrow();
        return previous instanceof Reading.Present<Service> present
                ? new Undo.By(
                        List.of(new SetServiceRunning(service, present.value().state() != Service.State.STOPPED)))
                : new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        Service.State wanted = running ? Service.State.RUNNING : Service.State.STOPPED;
        return windows.services()
                .service(service)
                .map(found -> found.state() == wanted)
                .ifAbsent(false);
    }
}
