package org.mingzhang.structure.figure;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * Names the parts of an amount by their place in the sentence, whatever they are called: what
 * stands right before an amount after {@code 其中} or {@code 包括} and tells of nothing done is the
 * name of a part: {@code 一般公共服务支出486万元，其中：1.人大事务10万元}.
 */
final class PartNames {
  private static final Pattern INTRODUCED = Pattern.compile("其中|包括|包含|分别[为是]|具体[为是]|构成[为是]|如下|来看");
  private static final Pattern NOUN = Pattern.compile("[\\p{IsHan}()、]{2,20}");

  /** Words of something done, of a comparison or of a rest: what they stand in names no part. */
  private static final Pattern NO_NOUN =
      Pattern.compile(
          "完成|实施|开展|购买|支付|拨付|落实|用于|争取|投入|发放|收回|追加|压减|调整|节约|超出|不足|剩余|实际|未|已|占|比|较|同|差值|增|减|每|元|年|月");

  private PartNames() {}

  /** The name of a part of what was named before; empty where the place is none of a part. */
  static List<String> of(CompactText compact, Mention mention, String label, Focus focus) {
    String before = compact.text().substring(mention.sentence(), mention.quantity().start());
    boolean part =
        !focus.names().isEmpty()
            && INTRODUCED.matcher(before).find()
            && NOUN.matcher(label).matches()
            && !NO_NOUN.matcher(label).find();
    return part && !FigureVocabulary.isBare(label) ? List.of(label) : List.of();
  }
}
