package org.mingzhang.structure.figure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/** Names the percentages of sentences: completion of a budget, share of a whole, change. */
final class RateNames {
  private static final Pattern SHARE = Pattern.compile("占(?<whole>[^，,]*)$");
  private static final Pattern SHARE_TAIL = Pattern.compile("的(?:比例|比重)?(?:为)?$|为$|比例?$|比重$");
  private static final Pattern COMPLETION =
      Pattern.compile("完成(?<base>年初预算|全年预算|调整预算|预算)?数?的?(?:比例)?(?:为)?$");

  private final FigureContext context;
  private final Focus focus;

  RateNames(FigureContext context, Focus focus) {
    this.context = context;
    this.focus = focus;
  }

  /** The names under which a percentage is filed; empty where it says nothing of a figure. */
  List<String> of(CompactText compact, Mention mention, String label) {
    Matcher completion = COMPLETION.matcher(label);
    if (completion.find()) {
      return List.of(completion(completion));
    }
    Matcher share = SHARE.matcher(label);
    if (share.find()) {
      return share(share.group("whole"));
    }
    Change change = Change.of(compact, mention, context.agency(), context.year());
    return change == null ? List.of() : change.names(focus, context.topic(), context.budget());
  }

  private String completion(Matcher words) {
    String name = "完成" + (words.group("base") == null ? "预算" : words.group("base"));
    List<String> subject = focus.names();
    boolean general =
        subject.contains("一般公共预算财政拨款支出")
            || focus.item() != null
            || subject.isEmpty()
            || subject.contains("项目");
    return general ? name : subject.getFirst() + name;
  }

  private List<String> share(String words) {
    String whole = SHARE_TAIL.matcher(words).replaceAll("");
    whole = whole.isEmpty() && context.topic() == Topic.INCOME ? "本年收入" : whole;
    if (focus.item() != null && whole.isEmpty()) {
      return List.of("占一般公共预算财政拨款支出比重");
    }
    return focus.names().isEmpty()
        ? List.of()
        : List.of(focus.names().getFirst() + "占" + (whole.isEmpty() ? "比" : whole));
  }
}
