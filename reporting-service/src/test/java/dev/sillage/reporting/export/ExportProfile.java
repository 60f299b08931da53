package dev.sillage.reporting.export;

import dev.sillage.reporting.access.KeyProfile;
import java.util.LinkedHashMap;
import java.util.Map;

/** With keys; few teams are shown, and what was read is soon read again. */
public class ExportProfile extends KeyProfile {
    /** How many teams have series of their own. */
    public static final int TEAMS = 2;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new LinkedHashMap<>(super.getConfigOverrides());
        settings.put("sillage.reporting.export.teams", String.valueOf(TEAMS));
        settings.put("sillage.reporting.export.fresh", "PT2S");
        return settings;
    }
}
