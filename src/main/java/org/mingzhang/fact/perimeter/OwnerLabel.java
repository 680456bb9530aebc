package org.mingzhang.fact.perimeter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;

/**
 * Whose accounts a table or form is said to be of, by the label that stands above it: 编制部门：某局, 单位名称
 * 某中心.
 *
 * @param name the body as labelled, without 本级
 * @param ownLevel whether the label says 本级 or 机关
 */
public record OwnerLabel(String name, boolean ownLevel) {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:编制|填报|公开|预算|填制|编报)?(?:部门|单位)(?:\\((?:单位|部门)\\))?(?:名称)?(?:\\(公章\\))?[:：]\\s*(?<name>[\\p{IsHan}()、·]{4,40})");
  private static final Pattern OWN = Pattern.compile("\\(?(?:本级|机关|本部|机关本级)\\)?$");
  private static final Pattern UNIT = Pattern.compile("(?:金额)?单位|(?:人民币)?[百千万亿]*元");
  private static final int SHORTEST = 4;

  /** The label in a line; empty where it has none. */
  public static Optional<OwnerLabel> in(String line) {
    if (line.indexOf(':') < 0 && line.indexOf('：') < 0) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(line.replace('（', '(').replace('）', ')'));
    while (label.find()) {
      OwnerLabel owner = named(UNIT.splitAsStream(label.group("name")).findFirst().orElse(""));
      if (owner.name().length() >= SHORTEST) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  /** A body as it is named in a cell. */
  public static OwnerLabel named(String printed) {
    String name = Chart.normalize(printed);
    Matcher own = OWN.matcher(name);
    return own.find()
        ? new OwnerLabel(name.substring(0, own.start()), true)
        : new OwnerLabel(name, false);
  }

  /** The first label in several lines. */
  public static Optional<OwnerLabel> in(List<String> lines) {
    return lines.stream().map(OwnerLabel::in).flatMap(Optional::stream).findFirst();
  }

  /** Whether it is the agency of the document, under its full name or without its place. */
  public boolean is(@Nullable String agency) {
    if (agency == null) {
      return true;
    }
    String other = named(agency).name();
    return other.endsWith(name) || name.endsWith(other);
  }
}
