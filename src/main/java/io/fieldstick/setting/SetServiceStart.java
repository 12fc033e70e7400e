package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** A service is started at another time, or never again; whether it runs now stays as it is. */
public record SetServiceStart(String service, Service.Start start) implements Change {
    @Override
    public Message title() {
        return Message.of("services.change.start", service, WindowsService.words(start));
    }

    @Override
    public void makeOn(Windows windows) {
        windows.services().setStart(service, start);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<Service> previous = before.services().service(service).orThrow();
        return previous instanceof Reading.Present<Service> present
                ? new Undo.By(
                        List.of(new SetServiceStart(service, present.value().start())))
                : new Undo.By(List.of());
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.services()
                .service(service)
                .map(found -> found.start() == start)
                .ifAbsent(false);
    }
}
