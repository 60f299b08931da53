package dev.sillage.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.Labels;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;

/** Events as CloudEvents 1.0 in structured JSON, one line each; equal events give equal bytes. */
final class EventWriter {
    private final ObjectMapper json = JsonMapper.builder()
            .defaultPropertyInclusion(Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();

    byte[] write(DemoEvent event) {
        ObjectNode line = json.createObjectNode();
        line.put("specversion", ActivityTopic.SPEC_VERSION);
        line.put("id", event.id());
        line.put("source", event.source());
        line.put("type", event.data().kind().type());
        if (event.subject() != null) {
            line.put("subject", event.subject());
        }
        line.put("time", DateTimeFormatter.ISO_INSTANT.format(event.time()));
        line.put("datacontenttype", ActivityTopic.CONTENT_TYPE);
        ObjectNode data = json.valueToTree(event.data());
        data.set(Labels.MEMBER, json.valueToTree(new TreeMap<>(event.labels())));
        line.set("data", data);
        try {
            return json.writeValueAsBytes(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a demo event that is no JSON", e);
        }
    }
}
