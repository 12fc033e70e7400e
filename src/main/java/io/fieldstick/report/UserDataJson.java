package io.fieldstick.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fieldstick.message.Messages;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.Fate;
import io.fieldstick.userdata.LeftBehind;
import io.fieldstick.userdata.Link;
import io.fieldstick.userdata.MailStore;
import io.fieldstick.userdata.NotRead;
import io.fieldstick.userdata.SpecialData;
import io.fieldstick.userdata.StoreProblem;
import io.fieldstick.userdata.UserData;
import io.fieldstick.userdata.UserDataItem;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What people would miss, as the object {@code userData} of the result; sizes are bytes. */
final class UserDataJson {
    private final JsonGenerator json;
    private final Messages messages;

    UserDataJson(JsonGenerator json, Messages messages) {
        this.json = json;
        this.messages = messages;
    }

    void write(UserDataReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("windowsDrive", report.windowsDrive());
        strings("drives", report.drives());
        json.writeBooleanField("complete", report.isComplete());
        json.writeBooleanField("whole", report.whole());
        json.writeBooleanField("hardLinksOnce", report.linksOnce());
        count("total", report.total());
        json.writeArrayFieldStart("users");
        for (UserData user : report.users()) {
            user(user, report.windowsDrive());
        }
        json.writeEndArray();
        items("shared", report.shared(), report.windowsDrive());
        json.writeArrayFieldStart("specialPrograms");
        for (SpecialData program : report.special()) {
            special(program, report.windowsDrive());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("mailStores");
        for (MailStore store : report.mailStores()) {
            store(store);
        }
        json.writeEndArray();
        leftBehind(report.leftBehind());
        strings("encryptedFiles", report.encrypted());
        new VisitJson(json).bigFiles("bigFiles", report.bigFiles());
        notRead("notRead", report.notRead());
        notRead("notReadOfWindows", report.notReadOfWindows());
        json.writeNumberField("unlisted", report.unlisted());
        links(report.links());
        json.writeEndObject();
    }

    private void links(List<Link> links) throws IOException {
        json.writeArrayFieldStart("linksNotFollowed");
        for (Link link : links) {
            json.writeStartObject();
            json.writeStringField("path", link.path());
            json.writeStringField("tag", String.format("0x%08X", link.tag()));
            json.writeBooleanField("compatibility", link.compatibility());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String name, List<String> strings) throws IOException {
        json.writeArrayFieldStart(name);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }

    private void leftBehind(LeftBehind left) throws IOException {
        json.writeObjectFieldStart("leftBehind");
        for (Map.Entry<Fate, Count> fate : left.byFate().entrySet()) {
            count(Word.of(fate.getKey()), fate.getValue());
        }
        json.writeArrayFieldStart("unexplainedFolders");
        for (LeftBehind.Unexplained folder : left.unexplained()) {
            json.writeStartObject();
            json.writeStringField("path", folder.path());
            count("count", folder.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void notRead(String name, List<NotRead> all) throws IOException {
        json.writeArrayFieldStart(name);
        for (NotRead one : all) {
            json.writeStartObject();
            json.writeStringField("where", one.where());
            json.writeStringField("tried", messages.text(one.why().tried()));
            json.writeNumberField("code", one.why().code());
            json.writeStringField("text", one.why().text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void user(UserData user, String windowsDrive) throws IOException {
        json.writeStartObject();
        json.writeStringField("sid", user.user().sid());
        json.writeStringField("name", user.user().name());
        if (user.user().path() instanceof Reading.Present<String> path) {
            json.writeStringField("profilePath", path.value());
        }
        json.writeStringField("standing", Word.of(user.user().standing()));
        json.writeBooleanField("registryRead", user.registryRead());
        count("total", user.total());
        items("items", user.items(), windowsDrive);
        json.writeEndObject();
    }

    private void items(String name, List<UserDataItem> items, String windowsDrive) throws IOException {
        json.writeArrayFieldStart(name);
        for (UserDataItem item : items) {
            json.writeStartObject();
            json.writeStringField("kind", item.kind());
            json.writeStringField("path", item.path());
            json.writeStringField("state", Word.of(item.state()));
            json.writeStringField("origin", Word.of(item.origin()));
            json.writeStringField("location", Word.of(item.location(windowsDrive)));
            count("count", item.count());
            if (item.evidence().isPresent()) {
                json.writeObjectFieldStart("evidence");
                json.writeStringField("where", item.evidence().get().where());
                json.writeStringField("value", item.evidence().get().value());
                json.writeEndObject();
            }
            if (item.link().isPresent()) {
                json.writeStringField("link", item.link().get());
            }
            if (item.advice().isPresent()) {
                json.writeStringField("advice", messages.text(item.advice().get()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void special(SpecialData program, String windowsDrive) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", program.name());
        json.writeStringField("advice", messages.text(program.advice()));
        json.writeArrayFieldStart("evidence");
        for (Evidence seen : program.evidence()) {
            json.writeStartObject();
            json.writeStringField("where", seen.where());
            json.writeStringField("value", seen.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        items("items", program.items(), windowsDrive);
        json.writeEndObject();
    }

    private void store(MailStore store) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", store.path());
        json.writeStringField("header", Word.of(store.header()));
        if (store.file() instanceof Reading.Present<FileEntry> file) {
            json.writeNumberField("bytes", file.value().size());
            json.writeStringField("modified", file.value().modified().toString());
        }
        json.writeArrayFieldStart("usedBy");
        for (MailStore.Registration use : store.registrations()) {
            json.writeStartObject();
            json.writeStringField("user", use.user());
            json.writeStringField("outlook", use.outlook());
            json.writeStringField("profile", use.profile());
            json.writeStringField("where", use.where());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("problems");
        for (StoreProblem problem : store.problems()) {
            json.writeStartObject();
            json.writeStringField("name", problem.name());
            json.writeStringField("what", messages.text(problem.what()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void count(String name, Count count) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("files", count.files());
        json.writeNumberField("bytes", count.bytes());
        json.writeNumberField("cloudFiles", count.cloudFiles());
        json.writeNumberField("cloudBytes", count.cloudBytes());
        json.writeNumberField("folders", count.folders());
        json.writeNumberField("encryptedFiles", count.encryptedFiles());
        json.writeNumberField("unreadFolders", count.unreadFolders());
        if (count.newest().isPresent()) {
            json.writeStringField("newest", count.newest().get().toString());
        }
        json.writeEndObject();
    }
}
