package org.mingzhang.statement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose the account is: tells the document's own agency and place before a name from another's. */
final class OwnAgencyMatcher {
  /** Characters of the longest name of a place or agency that is looked for before a name. */
  private static final int LONGEST = 40;

  /** Bodies below the agency, counted. */
  private static final Pattern BELOW = Pattern.compile("[下所]属的?(?:[一两二三四五六七八九十]+|\\d+)[家个]");

  private final Lexicon lexicon;
  private final @Nullable String agency;

  OwnAgencyMatcher(Lexicon lexicon, @Nullable String agency) {
    this.lexicon = lexicon;
    this.agency = agency;
  }

  /**
   * Whether a name may be a short form of the document's agency, its characters in their order, or
   * of the bodies below it: 区教育局下属一家机关和一家事业单位.
   */
  boolean isOwnAgency(String name) {
    if (lexicon.isEnding(WordClass.ENTITY, name)) {
      return true;
    }
    Matcher below = BELOW.matcher(name);
    if (below.find() && lexicon.hasEnding(WordClass.ENTITY, name)) {
      return below.start() == 0 || isOwnAgency(name.substring(0, below.start()));
    }
    if (agency == null) {
      return false;
    }
    int at = -1;
    for (int i = 0; i < name.length(); i++) {
      at = agency.indexOf(name.charAt(i), at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** 财政局部门整体支出: the money of a whole body behind the body's name. */
  private boolean isWholeBodyMoney(String owner, String rest) {
    return lexicon.isDefault(rest) && lexicon.hasEnding(WordClass.ENTITY, owner) && isOwnAgency(owner);
  }

  private boolean isPlace(String name) {
    return lexicon.hasEnding(WordClass.PLACE, name)
        || ("省市县区州盟旗镇乡".indexOf(name.charAt(name.length() - 1)) >= 0 && !lexicon.isCompound(name));
  }

  /** A name without the document's own place or agency before it. */
  String stripOwner(String name) {
    for (int end = Math.min(LONGEST, name.length() - 2); end >= 2; end--) {
      String owner = name.substring(0, end);
      if (lexicon.isEnding(WordClass.PLACE, owner)
          || (agency != null && agency.contains(owner) && isPlace(owner))
          || isWholeBodyMoney(owner, name.substring(end))) {
        return name.substring(end);
      }
    }
    return name;
  }
}
