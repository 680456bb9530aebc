package org.mingzhang.statement.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Completes the name of a value of property that the text names only once: in 办公设备原值36万元，净值12万元, 净值
 * is that of 办公设备. Without the property, the net values of several kinds of property would be one
 * account. Stateless.
 */
public final class PropertyValueNameCompleter {
  /**
   * Maximum number of characters between the name of a property and a further value of the
   * property.
   */
  private static final int MAX_DISTANCE_FROM_NAME = 80;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PropertyValueNameCompleter.class);
  private static final Pattern VALUE_OF_PROPERTY = PATTERNS.get("value-of-property");
  private static final Pattern FURTHER_VALUE = PATTERNS.get("further-value");

  private PropertyValueNameCompleter() {}

  /**
   * Returns the name with the property before it, whose other value is stated shortly before. A
   * name that has its property, or that is not the name of a property value, is returned unchanged.
   *
   * @param start offset of the name in the text
   */
  public static String complete(String name, FoldedText text, int start) {
    if (!FURTHER_VALUE.matcher(name).matches()) {
      return name;
    }
    Matcher valued =
        VALUE_OF_PROPERTY.matcher(text.text(Math.max(0, start - MAX_DISTANCE_FROM_NAME), start));
    return valued.find() ? valued.group("property") + name : name;
  }
}
