package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.text.TsvResource;

/**
 * {@code 公务接待费比上年减少0.20万元，主要原因是接待批次增加}: the one reason given would change the amount the other way.
 * Only causes that an amount follows by its nature are held against it; a reason with several
 * parts, or about the year before, is not judged. A class, since which causes an amount follows is
 * knowledge of words and no equation; it is data, see {@code causes.tsv}.
 */
public final class ReasonAgainstChange implements Rule {
  private static final Pattern REASON =
      Pattern.compile(
          "^[，,。；;]?(?:其)?(?:(?:增加|减少|增长|下降|变动|增减变化)的?)?(?:主要)?(?:原因|是|为|系|由于|因为|因|:)+"
              + "(?:本年度?|今年|当年|本单位|我单位|本部门)*(?<cause>[^，。；、,;\\d]{2,16}?)"
              + "(?:有所|大幅|略有|较上年|比上年|相应)*(?:(?<up>增加|增多|增长|上升)|(?<down>减少|下降|降低|压减))[。；]");

  private static final List<Cause> CAUSES =
      TsvResource.rows(ReasonAgainstChange.class, "causes.tsv", 3).stream().map(Cause::of).toList();
  private static final Pattern OTHER = Pattern.compile("结转|结余|资产|人均|节约|上年.{0,8}上年");

  /** What an amount is called, and what it follows. */
  private record Cause(Pattern amount, Pattern cause) {
    private static Cause of(List<String> cells) {
      return new Cause(Pattern.compile(cells.get(0)), Pattern.compile(cells.get(1)));
    }

    private boolean isOf(String subject, String words) {
      return amount.matcher(subject).find() && cause.matcher(words).matches();
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    return ToldChange.all(reading).stream().flatMap(c -> check(c).stream()).toList();
  }

  private static Optional<CheckResult> check(ToldChange change) {
    Matcher reason = REASON.matcher(change.after().text());
    if (!reason.find()) {
      return Optional.empty();
    }
    String subject = change.subject();
    String cause = reason.group("cause");
    boolean follows =
        !OTHER.matcher(subject).find() && CAUSES.stream().anyMatch(c -> c.isOf(subject, cause));
    if (!follows) {
      return Optional.empty();
    }
    boolean up = reason.group("up") != null;
    FindingDraft draft = change.draft("reason-against-change", reason.end());
    return Optional.of(up == change.up() ? new CheckResult.Agrees() : change.against(draft, up));
  }
}
