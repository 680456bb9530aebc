package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;

/**
 * {@code 公务接待费比上年减少0.20万元，主要原因是接待批次增加}: the one reason given would change the amount the other way.
 * Only causes that an amount follows by its nature are held against it; a reason with several
 * parts, or about the year before, is not judged. A class, since which causes an amount follows is
 * knowledge of words and no equation.
 */
public final class ReasonAgainstChange implements Rule {
  private static final Pattern REASON =
      Pattern.compile(
          "^[，,。；;]?(?:其)?(?:(?:增加|减少|增长|下降|变动|增减变化)的?)?(?:主要)?(?:原因|是|为|系|由于|因为|因|:)+"
              + "(?:本年度?|今年|当年|本单位|我单位|本部门)*(?<cause>[^，。；、,;\\d]{2,16}?)"
              + "(?:有所|大幅|略有|较上年|比上年|相应)*(?:(?<up>增加|增多|增长|上升)|(?<down>减少|下降|降低|压减))[。；]");

  /** What an amount is called, and what it follows. */
  private record Cause(Pattern amount, Pattern cause) {
    private static Cause of(String amount, String cause) {
      return new Cause(Pattern.compile(amount), Pattern.compile(cause));
    }
  }

  private static final List<Cause> CAUSES =
      List.of(
          Cause.of("接待", "^(?:国内)?(?:公务)?接待(?:批次|人次|任务|次数|活动|人数|数量|费用?|[和及、])*$"),
          Cause.of("出国", "^(?:因公)?出国(?:\\(境\\))?(?:团组|任务|人次|批次|人数|数量|费用?)*$"),
          Cause.of("人员经费|基本支出|机关运行经费", "^(?:单位|机关)?(?:在职|在编)?(?:人员|职工|人数)(?:数量?|总数|经费)?$"),
          Cause.of("项目支出", "^(?:实施的?|安排的?)?项目(?:支出|经费|资金|数量|个数)?$"),
          Cause.of("会议费", "^(?:召开)?会议(?:次数|场次|数量|费)?$"),
          Cause.of("培训费", "^(?:举办)?培训(?:次数|班次|场次|人次|任务|费)?$"),
          Cause.of("采购", "^(?:政府)?采购(?:项目|需求|任务|数量|规模|支出)*$"));
  private static final Pattern OTHER = Pattern.compile("结转|结余|资产|人均|节约|上年.{0,8}上年");

  @Override
  public List<Check> check(Reading reading) {
    return ToldChange.all(reading).stream().flatMap(c -> check(c).stream()).toList();
  }

  private static Optional<Check> check(ToldChange change) {
    Matcher reason = REASON.matcher(change.after().text());
    if (!reason.find()) {
      return Optional.empty();
    }
    String subject = change.subject();
    String cause = reason.group("cause");
    boolean follows =
        !OTHER.matcher(subject).find()
            && CAUSES.stream()
                .anyMatch(
                    c -> c.amount().matcher(subject).find() && c.cause().matcher(cause).matches());
    if (!follows) {
      return Optional.empty();
    }
    boolean up = reason.group("up") != null;
    return Optional.of(up == change.up() ? new Check.Agrees() : finding(change, reason.end(), up));
  }

  private static Check finding(ToldChange change, int to, boolean up) {
    String stated = up ? "增加" : "减少";
    String went = change.up() ? "增加" : "减少";
    return change
        .draft("reason-against-change", to)
        .numbers(stated, went)
        .formulaOf("%s %s ↔ %s", went, change.printed(), stated)
        .says(went, stated);
  }
}
