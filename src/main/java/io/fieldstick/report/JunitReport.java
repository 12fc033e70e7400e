package io.fieldstick.report;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.VisibleText;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.setting.Severity;
import io.fieldstick.userdata.MailStore;
import io.fieldstick.userdata.NotRead;
import io.fieldstick.userdata.StoreProblem;
import io.fieldstick.userdata.UserData;
import io.fieldstick.userdata.UserDataReport;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A result as the JUnit XML that CI servers read: a suite for the command, a test for each setting, finding, change to be
 * undone, user and thing that could not be read.
 *
 * <p>A failure is what is not as it should be, an error what could not be read or done, skipped what does not concern this
 * machine, was only tried or is waived. What is merely worth knowing passes, with its story as the test's output.
 */
final class JunitReport implements Format {
    private final Rendering rendering;
    private final Messages messages;
    private final TextReport text;

    JunitReport(Rendering rendering) {
        this.rendering = rendering;
        this.messages = rendering.messages();
        this.text = new TextReport(rendering.inFull());
    }

    /** How a test went, by the name of the element that says so. */
    private enum Mark {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    /**
     * One test.
     *
     * @param type the status behind the mark, as programs read it
     * @param story what is told of it, in lines
     */
    private record Case(String group, String name, Mark mark, String type, String message, String story) {}

    @Override
    public String of(Result result) {
        StringWriter document = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
            xml.writeStartDocument(rendering.charset().name(), "1.0");
            suites(xml, result, cases(result));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return document + "\n";
    }

    private List<Case> cases(Result result) {
        List<Case> cases = new ArrayList<>();
        result.findings().forEach(finding -> cases.add(of(finding)));
        result.outcomes().forEach(outcome -> cases.add(of(outcome)));
        result.undone().forEach(step -> cases.add(of(step)));
        result.userData().ifPresent(report -> userData(cases, report));
        return cases;
    }

    private Case of(Outcome outcome) {
        Mark mark = switch (outcome.status()) {
            case AS_DESIRED, CHANGED -> passed(outcome);
            case DIFFERS, BY_HAND -> outcome.severity() == Severity.ERROR ? Mark.FAILURE : passed(outcome);
            case UNKNOWN, FAILED -> Mark.ERROR;
            case NOT_APPLICABLE, WOULD_CHANGE, WAIVED -> Mark.SKIPPED;
        };
        String message = messages.text("report.titled", outcome.title(), outcome.actual());
        return new Case("settings", outcome.setting(), mark, Word.of(outcome.status()), message, text.of(outcome));
    }

    private static Mark passed(Outcome outcome) {
        return outcome.refusals().isEmpty() ? Mark.PASSED : Mark.ERROR;
    }

    private Case of(Finding finding) {
        Mark mark = switch (finding.severity()) {
            case INFO, WARNING -> Mark.PASSED;
            case INCOMPLETE -> Mark.ERROR;
            case STOP -> Mark.FAILURE;
        };
        String name = finding.kind() + " " + finding.subject();
        String message = messages.text("report.about", finding.subject(), finding.what());
        return new Case("findings", name, mark, Word.of(finding.severity()), message, text.of(finding));
    }

    private Case of(UndoRun.Step step) {
        Mark mark = switch (step.status()) {
            case UNDONE, NOTHING_TO_UNDO -> Mark.PASSED;
            case CHANGED_SINCE, BY_HAND -> Mark.FAILURE;
            case FAILED -> Mark.ERROR;
            case WOULD_UNDO -> Mark.SKIPPED;
        };
        String message = messages.text(step.change().title());
        String name = step.setting() + " " + step.number();
        return new Case("undone", name, mark, Word.of(step.status()), message, text.of(step));
    }

    private void userData(List<Case> cases, UserDataReport report) {
        for (UserData user : report.users()) {
            Message unread = Message.of("report.user.registry-unread");
            String name = user.user().name() + " " + user.user().sid();
            cases.add(readable("users", name, user.registryRead(), messages.text(unread)));
        }
        for (MailStore store : report.mailStores()) {
            String story = store.problems().stream()
                    .map(StoreProblem::what)
                    .map(messages::text)
                    .collect(Collectors.joining("\n"));
            cases.add(new Case("mail-stores", store.path(), Mark.PASSED, Word.of(store.header()), "", story));
        }
        for (NotRead one : report.notRead()) {
            String said = messages.text("report.windows") + " " + one.why().said();
            cases.add(readable("not-read", one.where(), false, said));
        }
        cases.add(readable("walk", "whole", report.whole(), messages.text("report.not-whole")));
        cases.add(readable(
                "walk", "listed", report.unlisted() == 0, messages.text("report.unlisted", report.unlisted())));
    }

    private static Case readable(String group, String name, boolean read, String why) {
        return new Case(group, name, read ? Mark.PASSED : Mark.ERROR, "unreadable", why, read ? "" : why);
    }

    private void suites(XMLStreamWriter xml, Result result, List<Case> cases) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "fieldstick." + result.command());
        attribute(xml, "tests", Integer.toString(cases.size()));
        attribute(xml, "failures", count(cases, Mark.FAILURE));
        attribute(xml, "errors", count(cases, Mark.ERROR));
        attribute(xml, "skipped", count(cases, Mark.SKIPPED));
        attribute(xml, "time", seconds(Duration.between(result.started(), result.finished())));
        attribute(xml, "timestamp", result.started().toString());
        attribute(xml, "hostname", result.computer());
        xml.writeCharacters("\n");
        properties(xml, result);
        for (Case one : cases) {
            testCase(xml, result.command(), one);
        }
        output(xml, result.notes().stream().map(messages::text).collect(Collectors.joining("\n")));
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static String count(List<Case> cases, Mark mark) {
        return Long.toString(cases.stream().filter(one -> one.mark() == mark).count());
    }

    /** In seconds with three digits after the point; a clock that was set back is none. */
    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(Math.max(0, duration.toMillis()), 3).toPlainString();
    }

    private static void properties(XMLStreamWriter xml, Result result) throws XMLStreamException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("computer", result.computer());
        properties.put("run", result.run());
        properties.put("command", result.command());
        properties.put("version", result.version());
        properties.put("exit", Integer.toString(result.exit()));
        properties.put("restartRequired", Boolean.toString(result.restartRequired()));
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            xml.writeCharacters("\n");
            xml.writeEmptyElement("property");
            attribute(xml, "name", property.getKey());
            attribute(xml, "value", property.getValue());
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private static void testCase(XMLStreamWriter xml, String command, Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "fieldstick." + command + "." + one.group());
        attribute(xml, "name", one.name());
        if (one.mark() == Mark.PASSED) {
            output(xml, one.story());
        } else {
            xml.writeStartElement(Word.of(one.mark()));
            attribute(xml, "type", one.type());
            attribute(xml, "message", one.message());
            lines(xml, one.story());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private static void output(XMLStreamWriter xml, String story) throws XMLStreamException {
        if (!story.isEmpty()) {
            xml.writeStartElement("system-out");
            lines(xml, story);
            xml.writeEndElement();
        }
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, visible(value));
    }

    private static void lines(XMLStreamWriter xml, String story) throws XMLStreamException {
        xml.writeCharacters(story.lines().map(JunitReport::visible).collect(Collectors.joining("\n", "", "\n")));
    }

    /** XML 1.0 takes neither control characters nor halves of characters nor these two, not even escaped. */
    private static String visible(String value) {
        return VisibleText.of(value).replace("\uFFFE", "<U+FFFE>").replace("\uFFFF", "<U+FFFF>");
    }
}
