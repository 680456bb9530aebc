package org.mingzhang.fact.perimeter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.PatternTable;

/**
 * The label above a table or form that names the body whose accounts it shows: 编制部门：某局, 单位名称 某中心.
 *
 * @param name the body as labeled, normalized and without a final 本级, 机关 or 本部
 * @param isOwnLevel whether the label ends with 本级, 机关 or 本部
 */
public record EntityLabel(String name, boolean isOwnLevel) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(EntityLabel.class);
  private static final Pattern LABEL = PATTERNS.get("label");
  private static final Pattern OWN_LEVEL_SUFFIX = PATTERNS.get("entity-label-own");
  private static final Pattern UNIT_LABEL = PATTERNS.get("unit");
  private static final int MIN_NAME_LENGTH = 4;

  /**
   * The first label in a line with a name of at least {@link #MIN_NAME_LENGTH} characters; empty if
   * there is none.
   */
  public static Optional<EntityLabel> find(String line) {
    if (line.indexOf(':') < 0 && line.indexOf('：') < 0) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(line.replace('（', '(').replace('）', ')'));
    while (label.find()) {
      EntityLabel entity =
          parse(UNIT_LABEL.splitAsStream(label.group("name")).findFirst().orElse(""));
      if (entity.name().length() >= MIN_NAME_LENGTH) {
        return Optional.of(entity);
      }
    }
    return Optional.empty();
  }

  /** Reads the name of a body, as it stands beside a label. */
  public static EntityLabel parse(String printed) {
    String name = ChartOfAccounts.normalize(printed);
    Matcher own = OWN_LEVEL_SUFFIX.matcher(name);
    return own.find()
        ? new EntityLabel(name.substring(0, own.start()), true)
        : new EntityLabel(name, false);
  }

  /** The first label in several lines; empty if there is none. */
  public static Optional<EntityLabel> find(List<String> lines) {
    return lines.stream().map(EntityLabel::find).flatMap(Optional::stream).findFirst();
  }

  /**
   * Whether the label names the agency of the document: one of the two names is the end of the
   * other.
   *
   * @param agency agency of the document; null matches every label
   */
  public boolean namesAgency(@Nullable String agency) {
    if (agency == null) {
      return true;
    }
    String other = parse(agency).name();
    return other.endsWith(name) || name.endsWith(other);
  }
}
