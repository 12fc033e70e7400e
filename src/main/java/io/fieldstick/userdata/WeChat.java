package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.WindowsPath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chats and received files of WeChat (微信) 3 and 4, wherever the user has put them. */
final class WeChat implements UserDataKind {
    /** What WeChat 3 writes where it uses the Documents folder (observed). */
    private static final String DOCUMENTS = "MyDocument:";

    private static final String OLD_FOLDER = "WeChat Files";
    private static final String NEW_FOLDER = "xwechat_files";

    @Override
    public String name() {
        return "wechat";
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        List<Place> places = new ArrayList<>();
        named(user, "Software\\Tencent\\WeChat", OLD_FOLDER).ifPresent(places::add);
        named(user, "Software\\Tencent\\Weixin", NEW_FOLDER).ifPresent(places::add);
        places.addAll(fromSettings(user));
        places.addAll(user.in(KnownFolder.DOCUMENTS, OLD_FOLDER, name()));
        places.addAll(user.in(KnownFolder.DOCUMENTS, NEW_FOLDER, name()));
        user.profile()
                .path()
                .map(home -> user.at(home + "\\" + NEW_FOLDER, name(), Origin.KNOWN_PLACE))
                .map(places::add);
        Optional<Message> advice = Optional.of(Message.of("userdata.advice.chat"));
        return places.stream().map(place -> place.advising(advice)).toList();
    }

    private Optional<Place> named(UserHome user, String key, String folder) {
        return user.text(key, "FileSavePath")
                .filter(root -> !root.startsWith(DOCUMENTS))
                .flatMap(user::path)
                .map(root -> user.at(WindowsPath.child(root, folder), name(), Origin.REGISTRY)
                        .because(user.evidence(key, "FileSavePath")));
    }

    /** WeChat 4 writes the folder as the only line of a file, in UTF-8 or in GBK (observed). */
    private List<Place> fromSettings(UserHome user) {
        return user.folder(KnownFolder.ROAMING).stream()
                .flatMap(roaming -> user.filesIn(roaming + "\\Tencent\\xwechat\\config", ".ini").stream())
                .map(file -> WindowsPath.normal(decoded(user.settings(file)).strip()))
                .filter(WindowsPath::isAbsolute)
                .map(root -> user.at(WindowsPath.child(root, NEW_FOLDER), name(), Origin.KNOWN_PLACE))
                .toList();
    }

    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GBK"));
        }
    }
}
