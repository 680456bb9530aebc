package org.mingzhang.structure.metadata;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;
import org.mingzhang.text.PatternTable;

/**
 * Determines the region of an agency without a place in its name from sentences about its superior
 * (隶属某市教育局, 是某县民政局下属事业单位).
 */
final class SuperiorAgencyRule {
  private static final int MAX_OPENING_LINES = 150;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SuperiorAgencyRule.class);
  private static final Pattern AGENCY_AFTER_PLACE = PATTERNS.get("agency-after-place");
  private static final Pattern SUPERIOR_IN_SENTENCE = PATTERNS.get("superior-in-sentence");

  private final Gazetteer gazetteer;

  SuperiorAgencyRule(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The only division named in sentences about the superior among the opening lines; null if they
   * name none or several.
   */
  @Nullable MetadataClaim<Division> find(MetadataSourceText sourceText, AgencyName agency) {
    Set<Division> found = new LinkedHashSet<>();
    MetadataClaim<Division> claim = null;
    String kind = agency.name().substring(Math.max(0, agency.name().length() - 2));
    for (DocumentLine line : MetadataSourceText.firstLines(MAX_OPENING_LINES, sourceText.lines())) {
      Matcher belongs = SUPERIOR_IN_SENTENCE.matcher(line.text());
      while (belongs.find()) {
        String before = line.text().substring(0, belongs.start());
        boolean own = before.contains(kind) || before.contains("我") || before.contains("本");
        String above =
            belongs.group("after") == null ? belongs.group("between") : belongs.group("after");
        Division division = own ? findDivision(above) : null;
        if (division != null && found.add(division)) {
          claim = new MetadataClaim<>(division, "superior", belongs.group(), line.page());
        }
      }
    }
    return found.size() == 1 ? claim : null;
  }

  /**
   * The division of the agency whose name begins a text; null if there is no agency or its place is
   * ambiguous or not written in full.
   */
  private @Nullable Division findDivision(String words) {
    PlaceChain chain = gazetteer.leadingPlaces(words);
    boolean sure = chain.hasOnlyFullNames() && chain.candidates().size() == 1;
    return sure && AGENCY_AFTER_PLACE.matcher(words.substring(chain.end())).find()
        ? chain.candidates().getFirst()
        : null;
  }
}
