package org.mingzhang.fact.perimeter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;

/**
 * The perimeter of a document's amounts where a table or sentence says nothing else: that of its
 * category, unless the section on the bodies it covers contradicts it. An agency whose units have
 * no budget of their own has the same amounts at both levels.
 *
 * @param perimeter the perimeter, or null where the document does not say it or contradicts itself
 * @param alike whether the document says that its own level and all its units have the same amounts
 * @param evidence what perimeter and likeness were read from, for the metadata
 */
public record Perimeters(@Nullable Perimeter perimeter, boolean alike, List<Evidence> evidence) {
  private static final String FIELD = "perimeter";
  private static final String SAME = "same-at-both-levels";
  private static final Pattern OWN = Pattern.compile("本级|机关|本部");
  private static final String NUMBER = "(\\d+|[一二两三四五六七八九十]+)";

  /** A unit's accounts that are made of those of several bodies. */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?:本级|机关|本部)[^。；]{0,12}[和及、与]" + NUMBER + "[个家][^。；]{0,10}单位(?:决算|预算)?(?:汇总)?(?:组成|构成)");

  /** 下属二级预算单位0个; 无下属单位; 部门决算由局本级决算组成. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:无|没有|未设|不含|不包括)(?:其他)?(?:下属|所属|下辖|二级)[^。；]{0,8}单位|(?:下属|所属|二级)[^。；]{0,8}单位0[个家]"
              + "|部门(?:决算|预算)(?:由|仅|只)[^。；和及、]{0,25}本级(?:决算|预算)?(?:组成|构成)");

  private static final Pattern UNITS =
      Pattern.compile("下属[^。；，\\d]{0,8}" + NUMBER + "[个家][^。；]{0,10}单位");
  private static final Pattern MERGED =
      Pattern.compile("不单列|未单列|并入本(?:级|部|单位|部门)|[不未]单独编[制报]|[非未不](?:独立)核算|统一核算|报账制");

  /** Copies the evidence. */
  public Perimeters {
    evidence = List.copyOf(evidence);
  }

  /** The perimeter of a document. */
  public static Perimeters of(Disclosure disclosure) {
    Category category = disclosure.metadata().category();
    Perimeter usual = category == null ? null : ofCategory(category);
    if (usual == null) {
      return new Perimeters(null, false, List.of());
    }
    List<Evidence> evidence = new ArrayList<>();
    Perimeter perimeter = usual;
    boolean alike = false;
    for (Section section : disclosure.sections()) {
      if (section.topic() == Topic.OVERVIEW) {
        String text = section.text().replace("\n", "").replace("\t", " ");
        Matcher several = SEVERAL.matcher(text);
        if (usual == Perimeter.UNIT && several.find()) {
          perimeter = null;
          evidence.add(new Evidence(FIELD, "bodies-of-a-unit", several.group(), section.page()));
        }
        String same = alike(text);
        if (same != null && !alike) {
          alike = true;
          evidence.add(new Evidence(FIELD, SAME, same, section.page()));
        }
      }
    }
    Evidence listed = alike ? null : listed(disclosure);
    if (listed != null) {
      evidence.add(listed);
    }
    return new Perimeters(perimeter, alike || listed != null, evidence);
  }

  /** A list of bodies of which all but the own level have no budget of their own. */
  private static @Nullable Evidence listed(Disclosure disclosure) {
    for (TableData table : disclosure.tables()) {
      if (table.rows().size() > 1 && String.join(" ", table.header()).contains("单位名称")) {
        List<String> units =
            table.rows().stream()
                .map(r -> String.join(" ", r).strip())
                .filter(r -> !OWN.matcher(r).find())
                .toList();
        if (!units.isEmpty()
            && units.size() < table.rows().size()
            && units.stream().allMatch(u -> MERGED.matcher(u).find())) {
          return new Evidence(FIELD, SAME, units.getFirst(), table.page());
        }
      }
    }
    return null;
  }

  /**
   * A fact whose sentence says neither whose nor how much: it is of the document's body and
   * perimeter.
   *
   * @param agency agency of the document, or null
   */
  public Fact fill(Fact fact, @Nullable String agency) {
    FactContext context = fact.context();
    return context.perimeter() != null || context.entity() != null
        ? fact
        : fact.withContext(context.withPerimeter(perimeter, agency));
  }

  private static @Nullable Perimeter ofCategory(Category category) {
    return switch (category) {
      case DEPARTMENT_BUDGET, DEPARTMENT_FINAL_ACCOUNTS, DEPARTMENT_SELF_EVALUATION ->
          Perimeter.DEPARTMENT;
      case UNIT_BUDGET, UNIT_FINAL_ACCOUNTS -> Perimeter.UNIT;
      case GOVERNMENT_BUDGET, GOVERNMENT_FINAL_ACCOUNTS, PROJECT_SELF_EVALUATION, OTHER -> null;
    };
  }

  /** The words that say so: no units at all, or as many merged ones as there are units. */
  private static @Nullable String alike(String text) {
    if (!text.contains("单位") && !text.contains("本级")) {
      return null;
    }
    Matcher units = UNITS.matcher(text);
    int several = units.find() ? number(units.group(1)) : 0;
    List<String> merged =
        MERGED.matcher(text).results().map(r -> around(text, r.start())).distinct().toList();
    if (several > 0) {
      return merged.size() >= several ? merged.getFirst() : null;
    }
    Matcher alone = ALONE.matcher(text);
    return alone.find() && !SEVERAL.matcher(text).find() ? alone.group() : null;
  }

  private static int number(String printed) {
    int digit = "一二三四五六七八九十".indexOf(printed) + 1;
    if (Character.isDigit(printed.charAt(0))) {
      return Integer.parseInt(printed);
    }
    return printed.equals("两") ? 2 : digit == 0 ? Integer.MAX_VALUE : digit;
  }

  private static String around(String text, int at) {
    int start = Math.max(text.lastIndexOf('。', at) + 1, Math.max(0, at - 30));
    int end = text.indexOf('。', at);
    return text.substring(start, end < 0 ? Math.min(text.length(), at + 20) : end);
  }
}
