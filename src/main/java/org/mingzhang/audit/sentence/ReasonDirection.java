package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/** {@code 较上年增加60.40万元。减少的主要原因是…}: the reason given is that of the opposite change. */
public final class ReasonDirection implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "reason-direction",
          Kind.CHANGE_AMOUNT,
          "增加（减少）的金额与紧接其后的“减少（增加）的主要原因”",
          "An increase or decrease and the words 'reason for the decrease (increase)' right after"
              + " it",
          "无",
          "none",
          "紧接其后的原因说明的就是这一增减。",
          "The reason right after a change is the reason for it.");
  private static final Pattern REASON =
      Pattern.compile("^[，。；,;]?(?:(?<up>增加|增长|上升)|(?<down>减少|下降|降低))的?(?:主要)?原因[^。]*。?");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    return ChangeStatement.all(reading).stream().flatMap(s -> check(s).stream()).toList();
  }

  private static Optional<Check> check(ChangeStatement statement) {
    Passage passage = statement.passage();
    Matcher reason = REASON.matcher(passage.compact().substring(statement.to()));
    var change = statement.change().value();
    if (change == null || change.signum() == 0 || !reason.find()) {
      return Optional.empty();
    }
    boolean up = reason.group("up") != null;
    if (up == statement.up()) {
      return Optional.of(new Check.Agrees());
    }
    String stated = up ? reason.group("up") : reason.group("down");
    return Optional.of(
        Draft.at(ABOUT, Severity.PROBABLE, passage, statement.from(), statement.to() + reason.end())
            .numbers(stated, statement.up() ? "增加" : "减少")
            .formula((statement.up() ? "增加 " : "减少 ") + change.toPlainString() + " ↔ " + stated)
            .says(
                "文中写" + (statement.up() ? "增加" : "减少") + "，随后说明的是" + stated + "的原因。",
                "The amount went "
                    + (statement.up() ? "up" : "down")
                    + "; the reason after it is for the opposite."));
  }
}
