package io.fieldstick.cli;

import io.fieldstick.audit.Confirmation;
import io.fieldstick.message.DisplayWidth;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.Sizes;
import io.fieldstick.message.VisibleText;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.Fate;
import io.fieldstick.userdata.LeftBehind;
import io.fieldstick.userdata.SpecialData;
import io.fieldstick.userdata.UserData;
import io.fieldstick.userdata.UserDataItem;
import io.fieldstick.userdata.UserDataReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The list of what must be saved, gone through with the user at the console: part by part, each part with numbers, so
 * that what is knowingly left can be named.
 */
final class WalkThrough {
    /** More of one part nobody reads at a console; the page has all of them. */
    private static final int SHOWN = 40;

    private static final int TITLE_COLUMNS = 16;

    private final Session session;
    private final Messages messages;
    private final List<String> left = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean inputEnded;

    private WalkThrough(Session session) {
        this.session = session;
        this.messages = session.messages();
    }

    /** One thing of a part. */
    private record Line(String title, Count count, String path) {}

    /** Goes through {@code report}; nobody confirms it where the input ends before, or no name is given. */
    static Confirmation of(Session session, UserDataReport report) {
        return new WalkThrough(session).go(report);
    }

    private Confirmation go(UserDataReport report) {
        part(
                messages.text(
                        "report.unexplained", report.leftBehind().unexplained().size()),
                unexplained(report));
        for (SpecialData program : report.special()) {
            part(messages.text("report.titled", program.name(), program.advice()), lines(program.items()));
        }
        for (UserData user : report.users()) {
            part(user.user().name(), lines(user.items()));
        }
        part(messages.text("report.shared"), lines(report.shared()));
        Count rules = report.leftBehind().byFate().getOrDefault(Fate.LEFT, Count.NONE);
        show(messages.text("cli.walk.rules", rules.files(), Sizes.of(rules.bytes())));
        for (String remark = answer("cli.walk.remark"); !remark.isEmpty(); remark = answer("cli.walk.remark")) {
            remarks.add(remark);
        }
        String name = answer("cli.walk.name");
        Instant now = session.surroundings().clock().instant();
        return new Confirmation(name.isEmpty() ? Optional.empty() : Optional.of(name), now, left, remarks);
    }

    private static List<Line> unexplained(UserDataReport report) {
        return report.leftBehind().unexplained().stream()
                .map((LeftBehind.Unexplained one) -> new Line("", one.count(), one.path()))
                .toList();
    }

    private List<Line> lines(List<UserDataItem> items) {
        return items.stream()
                .filter(item -> !item.count().isEmpty())
                .map(item -> new Line(messages.text(item.title()), item.count(), item.path()))
                .toList();
    }

    private void part(String title, List<Line> lines) {
        if (lines.isEmpty() || inputEnded) {
            return;
        }
        show("");
        show(title);
        List<Line> shown = lines.subList(0, Math.min(lines.size(), SHOWN));
        for (int i = 0; i < shown.size(); i++) {
            show(line(i + 1, shown.get(i)));
        }
        if (shown.size() < lines.size()) {
            show("     " + messages.text("cli.walk.more", lines.size() - shown.size()));
        }
        Optional<List<Integer>> numbers = numbers(answer("cli.walk.left"), shown.size());
        while (numbers.isEmpty()) {
            numbers = numbers(answer("cli.walk.left-again", shown.size()), shown.size());
        }
        numbers.get().forEach(number -> left.add(shown.get(number - 1).path()));
    }

    private String line(int number, Line line) {
        String label = String.format("%4d  ", number)
                + (line.title().isEmpty() ? "" : DisplayWidth.padded(line.title(), TITLE_COLUMNS))
                + String.format("%10s  ", Sizes.of(line.count().bytes()));
        return label + line.path();
    }

    /** The numbers in {@code text}, each at most {@code most}; empty where it is something else. */
    private static Optional<List<Integer>> numbers(String text, int most) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : text.split("[\\s,，、]+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            boolean fits = part.matches("[0-9]{1,4}") && Integer.parseInt(part) >= 1 && Integer.parseInt(part) <= most;
            if (!fits) {
                return Optional.empty();
            }
            numbers.add(Integer.parseInt(part));
        }
        return Optional.of(List.copyOf(numbers));
    }

    private String answer(String key, Object... arguments) {
        Optional<String> answer = inputEnded ? Optional.empty() : session.ask(Message.of(key, arguments));
        inputEnded = answer.isEmpty();
        return answer.orElse("");
    }

    private void show(String line) {
        session.surroundings().terminal().err(VisibleText.of(line) + "\n");
    }
}
