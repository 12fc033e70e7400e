package io.fieldstick.provision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fieldstick.message.Message;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.CopyFile;
import io.fieldstick.setting.DeleteEmptyFolder;
import io.fieldstick.setting.DeleteEmptyRegistryKey;
import io.fieldstick.setting.DeleteFile;
import io.fieldstick.setting.DeleteRegistryValue;
import io.fieldstick.setting.DropResume;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.InstallControl;
import io.fieldstick.setting.InstallProgram;
import io.fieldstick.setting.RegisterServer;
import io.fieldstick.setting.RemoveControl;
import io.fieldstick.setting.RenameComputer;
import io.fieldstick.setting.RenameInDomain;
import io.fieldstick.setting.RestoreSealedValue;
import io.fieldstick.setting.ScheduleResume;
import io.fieldstick.setting.SetAudit;
import io.fieldstick.setting.SetLockoutPolicy;
import io.fieldstick.setting.SetPasswordPolicy;
import io.fieldstick.setting.SetPowerPlan;
import io.fieldstick.setting.SetPowerTimeout;
import io.fieldstick.setting.SetRegistryValue;
import io.fieldstick.setting.SetServiceRunning;
import io.fieldstick.setting.SetServiceStart;
import io.fieldstick.setting.SetTimeZone;
import io.fieldstick.setting.SetUserRight;
import io.fieldstick.setting.SetWinHttpProxy;
import io.fieldstick.setting.Undo;
import io.fieldstick.setting.UninstallProgram;
import io.fieldstick.setting.ValueSameness;
import io.fieldstick.setting.WriteFile;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.PowerSource;
import io.fieldstick.windows.PowerTimeout;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.WinHttpProxy;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Changes and their undo as JSON: the form they have in the journal. One case for each kind of change. */
final class ChangeJson {
    private static final String FILE = "file";
    private static final String RUNNING = "running";
    private static final String STOPPED = "stopped";
    private static final String ON = "on";
    private static final String OFF = "off";

    private static final String SCHEDULE_RESUME = "schedule-resume";

    private ChangeJson() {}

    static void write(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        if (change instanceof SetRegistryValue set) {
            json.writeStringField("change", "set-registry-value");
            key(json, set.key());
            json.writeStringField("name", set.name());
            json.writeNumberField("type", set.value().type());
            json.writeStringField(
                    "bytes", Base64.getEncoder().encodeToString(set.value().bytes()));
            json.writeStringField("sameness", set.sameness().name());
            json.writeStringField("in-force", set.inForce().name());
            announcements(json, set.announcements());
        } else if (change instanceof RestoreSealedValue restore) {
            json.writeStringField("change", "restore-sealed-value");
            key(json, restore.key());
            json.writeStringField("name", restore.name());
            json.writeNumberField("type", restore.type());
            json.writeStringField("sealed", restore.sealed());
            json.writeStringField("sameness", restore.sameness().name());
            json.writeStringField("in-force", restore.inForce().name());
            announcements(json, restore.announcements());
        } else if (change instanceof DeleteRegistryValue delete) {
            json.writeStringField("change", "delete-registry-value");
            key(json, delete.key());
            json.writeStringField("name", delete.name());
            json.writeStringField("in-force", delete.inForce().name());
            announcements(json, delete.announcements());
        } else if (change instanceof DeleteEmptyRegistryKey delete) {
            json.writeStringField("change", "delete-empty-registry-key");
            key(json, delete.key());
        } else if (change instanceof RenameComputer rename) {
            json.writeStringField("change", "rename-computer");
            json.writeStringField("name", rename.name());
        } else if (change instanceof RenameInDomain rename) {
            json.writeStringField("change", "rename-in-domain");
            json.writeStringField("name", rename.name());
        } else if (change instanceof SetWinHttpProxy set) {
            json.writeStringField("change", "set-win-http-proxy");
            json.writeStringField("server", set.proxy().server());
            json.writeStringField("bypass", set.proxy().bypass());
        } else if (change instanceof WriteFile write) {
            json.writeStringField("change", "write-file");
            json.writeStringField(FILE, write.path());
            json.writeStringField(
                    "bytes", Base64.getEncoder().encodeToString(write.content().bytes()));
        } else if (change instanceof DeleteFile delete) {
            json.writeStringField("change", "delete-file");
            json.writeStringField(FILE, delete.path());
        } else if (change instanceof DeleteEmptyFolder delete) {
            json.writeStringField("change", "delete-empty-folder");
            json.writeStringField(FILE, delete.path());
        } else if (change instanceof CopyFile copy) {
            json.writeStringField("change", "copy-file");
            json.writeStringField("source", copy.source());
            json.writeStringField(FILE, copy.path());
            json.writeStringField("sha256", copy.sha256());
        } else if (change instanceof RegisterServer register) {
            json.writeStringField("change", "register-server");
            json.writeStringField(FILE, register.file());
            json.writeStringField("view", register.view().name());
            json.writeStringField("clsid", register.clsid());
            json.writeStringField("state", register.registered() ? "registered" : "unregistered");
        } else if (change instanceof InstallControl install) {
            json.writeStringField("change", "install-control");
            json.writeStringField("source", install.source());
            json.writeStringField("sha256", install.sha256());
            json.writeStringField("folder", install.folder());
            json.writeStringField("clsid", install.clsid());
        } else if (change instanceof RemoveControl remove) {
            json.writeStringField("change", "remove-control");
            json.writeStringField("folder", remove.folder());
            json.writeStringField("clsid", remove.clsid());
        } else if (change instanceof SetServiceStart set) {
            json.writeStringField("change", "set-service-start");
            json.writeStringField("service", set.service());
            json.writeStringField("start", set.start().name());
        } else if (change instanceof SetServiceRunning set) {
            json.writeStringField("change", "set-service-running");
            json.writeStringField("service", set.service());
            json.writeStringField("state", set.running() ? RUNNING : STOPPED);
        } else if (change instanceof SetTimeZone set) {
            json.writeStringField("change", "set-time-zone");
            json.writeStringField("zone", set.zone().key());
            json.writeStringField("daylight-time", set.zone().daylightTimeOff() ? OFF : ON);
        } else if (change instanceof SetPasswordPolicy set) {
            json.writeStringField("change", "set-password-policy");
            json.writeNumberField("minimum-length", set.policy().minimumLength());
            json.writeStringField("maximum-age", Long.toString(set.policy().maximumAge()));
            json.writeStringField("minimum-age", Long.toString(set.policy().minimumAge()));
            json.writeNumberField("history", set.policy().history());
        } else if (change instanceof SetLockoutPolicy set) {
            json.writeStringField("change", "set-lockout-policy");
            json.writeStringField("duration", Long.toString(set.policy().duration()));
            json.writeStringField("window", Long.toString(set.policy().window()));
            json.writeNumberField("threshold", set.policy().threshold());
        } else if (change instanceof SetAudit set) {
            json.writeStringField("change", "set-audit");
            json.writeStringField("subcategory", set.subcategory());
            json.writeStringField("success", set.choice().success() ? ON : OFF);
            json.writeStringField("failure", set.choice().failure() ? ON : OFF);
        } else if (change instanceof SetUserRight set) {
            json.writeStringField("change", "set-user-right");
            json.writeStringField("right", set.right());
            json.writeStringField("sid", set.sid());
            json.writeStringField("granted", set.granted() ? ON : OFF);
        } else if (change instanceof SetPowerPlan set) {
            json.writeStringField("change", "set-power-plan");
            json.writeStringField("plan", set.plan());
        } else if (change instanceof SetPowerTimeout set) {
            json.writeStringField("change", "set-power-timeout");
            json.writeStringField("plan", set.plan());
            json.writeStringField("timeout", set.timeout().name());
            json.writeStringField("source", set.source().name());
            json.writeNumberField("seconds", set.seconds());
        } else if (change instanceof InstallProgram install) {
            json.writeStringField("change", "install-program");
            ProgramJson.write(json, install);
        } else if (change instanceof UninstallProgram uninstall) {
            json.writeStringField("change", "uninstall-program");
            ProgramJson.write(json, uninstall);
        } else if (change instanceof ScheduleResume resume) {
            json.writeStringField("change", SCHEDULE_RESUME);
            json.writeStringField("run", resume.run());
            json.writeStringField("folder", resume.folder());
            json.writeStringField("until", resume.until().toString());
            json.writeStringField("system-folder", resume.systemFolder());
        } else if (change instanceof DropResume drop) {
            json.writeStringField("change", "drop-resume");
            json.writeStringField("run", drop.run());
            json.writeStringField("folder", drop.folder());
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Undo undo) throws IOException {
        json.writeStartObject();
        if (undo instanceof Undo.By by) {
            json.writeArrayFieldStart("by");
            for (Change change : by.changes()) {
                write(json, change);
            }
            json.writeEndArray();
        } else if (undo instanceof Undo.ByHand byHand) {
            json.writeObjectFieldStart("by-hand");
            json.writeStringField("message", byHand.instruction().key());
            json.writeArrayFieldStart("arguments");
            for (Object argument : byHand.instruction().arguments()) {
                json.writeString(argument.toString());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** The change that was written; an {@link IllegalArgumentException} says what of it cannot be understood. */
    static Change change(JsonTree json) {
        String kind = json.text("change");
        return switch (kind) {
            case "set-registry-value" ->
                new SetRegistryValue(
                        key(json),
                        json.text("name"),
                        RegistryValue.raw(
                                json.number("type"), Base64.getDecoder().decode(json.text("bytes"))),
                        ValueSameness.valueOf(json.text("sameness")),
                        InForce.valueOf(json.text("in-force")),
                        announcements(json));
            case "restore-sealed-value" ->
                new RestoreSealedValue(
                        key(json),
                        json.text("name"),
                        json.number("type"),
                        json.text("sealed"),
                        ValueSameness.valueOf(json.text("sameness")),
                        InForce.valueOf(json.text("in-force")),
                        announcements(json));
            case "delete-registry-value" ->
                new DeleteRegistryValue(
                        key(json),
                        json.text("name"),
                        // Journals of before have no such field.
                        json.has("in-force") ? InForce.valueOf(json.text("in-force")) : InForce.NOW,
                        announcements(json));
            case "delete-empty-registry-key" -> new DeleteEmptyRegistryKey(key(json));
            case "rename-computer" -> new RenameComputer(json.text("name"));
            case "set-win-http-proxy" ->
                new SetWinHttpProxy(new WinHttpProxy(json.text("server"), json.text("bypass")));
            case "write-file" ->
                new WriteFile(
                        json.text(FILE), FileContent.of(Base64.getDecoder().decode(json.text("bytes"))));
            case "delete-file" -> new DeleteFile(json.text(FILE));
            case "delete-empty-folder" -> new DeleteEmptyFolder(json.text(FILE));
            case "copy-file" -> new CopyFile(json.text("source"), json.text(FILE), json.text("sha256"));
            case "install-control" ->
                new InstallControl(json.text("source"), json.text("sha256"), json.text("folder"), json.text("clsid"));
            case "remove-control" -> new RemoveControl(json.text("folder"), json.text("clsid"));
            case "register-server" ->
                new RegisterServer(
                        json.text(FILE),
                        RegistryKey.View.valueOf(json.text("view")),
                        json.text("clsid"),
                        either(json.text("state"), "registered", "unregistered"));
            case "set-service-start" ->
                new SetServiceStart(json.text("service"), Service.Start.valueOf(json.text("start")));
            case "set-service-running" ->
                new SetServiceRunning(json.text("service"), either(json.text("state"), RUNNING, STOPPED));
            case "set-time-zone" ->
                new SetTimeZone(new TimeZone(json.text("zone"), either(json.text("daylight-time"), OFF, ON)));
            case "set-password-policy" ->
                new SetPasswordPolicy(new PasswordPolicy(
                        json.number("minimum-length"),
                        Long.parseLong(json.text("maximum-age")),
                        Long.parseLong(json.text("minimum-age")),
                        json.number("history")));
            case "set-lockout-policy" ->
                new SetLockoutPolicy(new LockoutPolicy(
                        Long.parseLong(json.text("duration")),
                        Long.parseLong(json.text("window")),
                        json.number("threshold")));
            case "set-audit" ->
                new SetAudit(
                        json.text("subcategory"),
                        new AuditChoice(either(json.text("success"), ON, OFF), either(json.text("failure"), ON, OFF)));
            case "set-user-right" ->
                new SetUserRight(json.text("right"), json.text("sid"), either(json.text("granted"), ON, OFF));
            case "set-power-plan" -> new SetPowerPlan(json.text("plan"));
            case "set-power-timeout" ->
                new SetPowerTimeout(
                        json.text("plan"),
                        PowerTimeout.valueOf(json.text("timeout")),
                        PowerSource.valueOf(json.text("source")),
                        json.number("seconds"));
            case "install-program" -> ProgramJson.install(json);
            case "uninstall-program" -> ProgramJson.uninstall(json);
            case SCHEDULE_RESUME ->
                new ScheduleResume(
                        json.text("run"), json.text("folder"), instant(json.text("until")), json.text("system-folder"));
            case "drop-resume" -> new DropResume(json.text("run"), json.text("folder"));
            case "rename-in-domain" -> new RenameInDomain(json.text("name"));
            default -> throw new IllegalArgumentException("no such change: " + kind);
        };
    }

    /** The undo that was written; an {@link IllegalArgumentException} says what of it cannot be understood. */
    static Undo undo(JsonTree json) {
        if (json.has("by")) {
            List<Change> changes =
                    json.objects("by").stream().map(ChangeJson::change).toList();
            if (changes.stream().anyMatch(ChangeJson::runsWhatItNames)) {
                throw new IllegalArgumentException("no undo: it starts a program");
            }
            return new Undo.By(changes);
        }
        JsonTree byHand = json.object("by-hand");
        List<String> arguments = byHand.texts("arguments");
        return new Undo.ByHand(Message.of(byHand.text("message"), arguments.toArray()));
    }

    /** Whoever can write to a journal must not get a program of their own run by it. */
    private static boolean runsWhatItNames(Change change) {
        return change instanceof ScheduleResume || change instanceof InstallProgram || change instanceof InstallControl;
    }

    /** Whether {@code word} is {@code yes}; it must be that or {@code no}. */
    private static boolean either(String word, String yes, String no) {
        if (!word.equals(yes) && !word.equals(no)) {
            throw new IllegalArgumentException("no such word: " + word);
        }
        return word.equals(yes);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time: " + text, e);
        }
    }

    private static void key(JsonGenerator json, RegistryKey key) throws IOException {
        json.writeStringField("root", key.root().name());
        json.writeStringField("path", key.path());
        json.writeStringField("view", key.view().name());
    }

    private static RegistryKey key(JsonTree json) {
        return new RegistryKey(
                RegistryKey.Root.valueOf(json.text("root")),
                json.text("path"),
                RegistryKey.View.valueOf(json.text("view")));
    }

    private static void announcements(JsonGenerator json, Set<Announcement> announcements) throws IOException {
        json.writeArrayFieldStart("announce");
        for (Announcement announcement : announcements) {
            json.writeString(announcement.name());
        }
        json.writeEndArray();
    }

    private static Set<Announcement> announcements(JsonTree json) {
        Set<Announcement> announcements = EnumSet.noneOf(Announcement.class);
        json.texts("announce").forEach(name -> announcements.add(Announcement.valueOf(name)));
        return announcements;
    }
}
