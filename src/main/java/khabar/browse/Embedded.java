package khabar.browse;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** JSON that stands in a page. */
final class Embedded {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Embedded() {}

    /** Nothing in it ends the script that it stands in, or looks like a tag. */
    static String json(Map<String, Object> object) {
        return JSON.writeValueAsString(object).replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
