package io.fieldstick.setting;

import io.fieldstick.windows.FileContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Edge's list of sites for Internet Explorer mode (MS docs: "Enterprise Mode schema v.2 guidance").
 *
 * @param version counts up with each change, or else Edge keeps the copy it has
 */
public record SiteList(long version, List<Site> sites) {
    private static final String VERSION = "version";
    private static final String COMPAT_MODE = "compat-mode";
    private static final String OPEN_IN = "open-in";

    /** A site: host, port and path without a scheme; its compatibility mode; and what it opens in. */
    public record Site(String url, String compatMode, String openIn) {}

    public SiteList {
        sites = List.copyOf(sites);
    }

    FileContent xml() {
        return XmlFile.of("site-list", xml -> {
            xml.writeAttribute(VERSION, Long.toString(version));
            for (Site site : sites) {
                xml.writeStartElement("site");
                xml.writeAttribute("url", site.url());
                element(xml, COMPAT_MODE, site.compatMode());
                element(xml, OPEN_IN, site.openIn());
                xml.writeEndElement();
            }
        });
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** The list in {@code content}; empty where that is none of ours. */
    static Optional<SiteList> in(FileContent content) {
        List<Site> sites = new ArrayList<>();
        Map<String, String> site = new HashMap<>();
        try {
            XMLStreamReader xml = XmlFile.reader(content);
            String element = "";
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    element = xml.getLocalName();
                    if (element.equals("site")) {
                        site.clear();
                        site.put("url", String.valueOf(xml.getAttributeValue(null, "url")));
                    }
                } else if (event == XMLStreamReader.CHARACTERS) {
                    site.merge(element, xml.getText(), String::concat);
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("site")) {
                    sites.add(new Site(
                            site.getOrDefault("url", ""),
                            site.getOrDefault(COMPAT_MODE, ""),
                            site.getOrDefault(OPEN_IN, "")));
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        SiteList list = new SiteList(versionIn(content), sites);
        return list.xml().equals(content) ? Optional.of(list) : Optional.empty();
    }

    /** The version of the list in {@code content}; 0 where that is none: anybody may have written anything there. */
    static long versionIn(FileContent content) {
        try {
            XMLStreamReader xml = XmlFile.reader(content);
            xml.nextTag();
            String version = String.valueOf(xml.getAttributeValue(null, VERSION));
            return version.matches("[0-9]{1,9}") ? Long.parseLong(version) : 0;
        } catch (XMLStreamException e) {
            return 0;
        }
    }
}
