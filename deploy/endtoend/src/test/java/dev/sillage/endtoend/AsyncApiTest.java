package dev.sillage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.footprint.FootprintTopic;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    @Test
    void theDocumentNamesEveryTopicHeaderAndType() throws Exception {
        String document = Files.readString(Project.file("deploy/connect/asyncapi.yaml"));

        List<String> names = Stream.concat(
                        headers(ActivityTopic.class),
                        Stream.of(
                                FootprintTopic.NAME,
                                FootprintTopic.HEADER_ORIGIN,
                                "- " + FootprintTopic.TYPE + "\n",
                                FootprintTopic.TYPE_CORRECTION,
                                FootprintTopic.TYPE_RETRACTION))
                .toList();
        assertThat(document).contains(names);
        assertThat(document).contains(ActivityTopic.NAME);
        assertThat(document).contains(AcceptedTopic.NAME, AcceptedTopic.TYPE_COUNT, AcceptedTopic.TYPE_INCARNATION);
        assertThat(document)
                .contains(Arrays.stream(ActivityKind.values())
                        .map(ActivityKind::type)
                        .toList());
    }

    @Test
    void everyFileThatTheDocumentPointsToIsThere() throws Exception {
        String document = Files.readString(Project.file("deploy/connect/asyncapi.yaml"));

        List<String> files = Pattern.compile("\\$ref: '\\.\\./\\.\\./([^']+)'")
                .matcher(document)
                .results()
                .map(reference -> reference.group(1))
                .toList();

        assertThat(files).hasSize(5).allSatisfy(file -> assertThat(Project.ROOT.resolve(file))
                .isRegularFile());
    }

    private static Stream<String> headers(Class<?> topic) {
        return Arrays.stream(topic.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers())
                        && field.getName().startsWith("HEADER_"))
                .map(AsyncApiTest::value);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
