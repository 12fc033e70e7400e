package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.provision.Engine;
import io.fieldstick.provision.Outcome;
import io.fieldstick.setting.Setting;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What only a person can bring about, with a person there: the right page of Windows is opened, and Windows is asked again
 * when the person is done.
 */
final class PagesOfWindows {
    private final Session session;
    private final Windows windows;
    private final LoadedProfile loaded;

    PagesOfWindows(Session session, Windows windows, LoadedProfile loaded) {
        this.session = session;
        this.windows = windows;
        this.loaded = loaded;
    }

    /** {@code outcomes} as they are after the person has been at the pages; the same where nobody may be asked. */
    List<Outcome> offer(List<Outcome> outcomes) {
        if (!session.mayAsk()) {
            return outcomes;
        }
        Map<String, Outcome> after = new HashMap<>();
        toOpen(outcomes).forEach((page, settings) -> {
            if (isDone(page, settings)) {
                settings.forEach(setting -> after.put(setting.name(), again(setting)));
            }
        });
        return outcomes.stream()
                .map(outcome -> after.containsKey(outcome.setting())
                        ? outcome.andThen(after.getOrDefault(outcome.setting(), outcome))
                        : outcome)
                .toList();
    }

    private Map<WindowsPage, List<Setting<?>>> toOpen(List<Outcome> outcomes) {
        List<String> byHand = outcomes.stream()
                .filter(outcome -> outcome.status() == Outcome.Status.BY_HAND)
                .map(Outcome::setting)
                .toList();
        Map<WindowsPage, List<Setting<?>>> pages = new LinkedHashMap<>();
        for (Setting<?> setting : loaded.settings()) {
            if (byHand.contains(setting.name())) {
                setting.page(windows)
                        .ifPresent(page -> pages.computeIfAbsent(page, p -> new ArrayList<>())
                                .add(setting));
            }
        }
        return pages;
    }

    /** Whether the page was opened and the person has answered since. */
    private boolean isDone(WindowsPage page, List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            session.say(Message.of("cli.page.for", setting.title(), setting.desired()));
        }
        if (!session.confirms(Message.of("cli.page.open", session.surroundings().account()))) {
            return false;
        }
        try {
            windows.open(page);
        } catch (WindowsException refused) {
            session.note(Message.of(
                    "cli.page.refused", refused.error().tried(), refused.error().said()));
            return false;
        }
        return session.ask(Message.of("cli.page.done")).isPresent();
    }

    private Outcome again(Setting<?> setting) {
        Outcome now = loaded.weigh(Engine.verify(setting, windows), session.today());
        session.note(
                Message.of(now.differs() ? "cli.page.not-yet" : "cli.page.settled", setting.title(), now.actual()));
        return now;
    }
}
