package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.YamlText;
import io.fieldstick.windows.RegisteredService;
import io.fieldstick.windows.RegisteredServices;
import io.fieldstick.windows.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services of a machine of which a house may want to say when they start: those of programs that were installed, and
 * those that are disabled.
 *
 * <p>How Windows itself starts its services differs between its versions and editions, and nothing on the machine tells
 * which of them somebody changed; so of Windows's own only the disabled ones are written. That one runs at this moment
 * says nothing of what is wanted.
 */
final class LearnedServices {
    private final ProfileDraft draft;
    private final List<String> installed = new ArrayList<>();
    private final List<String> disabled = new ArrayList<>();
    private int left;

    private LearnedServices(ProfileDraft draft) {
        this.draft = draft;
    }

    static void write(ProfileDraft draft) {
        new LearnedServices(draft).write();
    }

    private void write() {
        draft.section(Message.of("learn.services"));
        RegisteredServices.in(draft.registry()).programs().forEach(this::learn);
        if (installed.isEmpty() && disabled.isEmpty()) {
            draft.nothing(Message.of("learn.services.none"));
        } else {
            draft.line("services:");
            group("learn.services.installed", installed);
            group("learn.services.disabled", disabled);
        }
        if (left > 0) {
            draft.comment(Message.of("learn.services.left", left));
        }
    }

    private void group(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            draft.comment("  ", Message.of(heading));
            lines.forEach(draft::line);
        }
    }

    private void learn(RegisteredService registered) {
        String name = registered.name();
        boolean isOff = registered.start() == Service.Start.DISABLED;
        if (registered.ofWindows() && !isOff) {
            return;
        }
        Optional<Service> asked = draft.read(draft.windows().services().service(name));
        if (asked.isEmpty() || asked.get().driver()) {
            return;
        }
        Service.Start start = asked.get().start();
        if (registered.ofWindows() && start != Service.Start.DISABLED) {
            return;
        }
        Optional<String> word = WindowsService.word(start);
        boolean isSayable = ProfileDraft.canSay(name) && word.isPresent();
        boolean isRoom = installed.size() + disabled.size() < ProfileDraft.MOST;
        if (!isSayable
                || !isRoom
                || !draft.passes(new WindowsService(name, asked.map(Service::start), Optional.empty()))) {
            left++;
            return;
        }
        List<String> group = start == Service.Start.DISABLED ? disabled : installed;
        group.add("  - {name: " + YamlText.quoted(name) + ", start: " + word.get() + "}");
    }
}
