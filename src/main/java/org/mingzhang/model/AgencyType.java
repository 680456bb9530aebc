package org.mingzhang.model;

import java.util.Arrays;
import java.util.Optional;

/** Kind of body that publishes a disclosure. */
public enum AgencyType {
  GOVERNMENT("政府部门", "Government department"),
  PARTY("党委部门", "Party organ"),
  CONGRESS("人大政协", "People's congress or consultative conference"),
  JUDICIAL("法院检察院", "Court or procuratorate"),
  MASS_ORGANIZATION("群团组织", "Mass organization"),
  SUBDISTRICT("街道乡镇", "Subdistrict or township"),
  SCHOOL("学校", "School"),
  HOSPITAL("医疗卫生机构", "Medical institution"),
  INSTITUTION("事业单位", "Public institution"),
  ZONE("功能区", "Functional zone"),
  GOVERNMENT_AS_WHOLE("本级政府", "Government as a whole");

  private final String label;
  private final String english;

  AgencyType(String label, String english) {
    this.label = label;
    this.english = english;
  }

  /** Name on Chinese pages. */
  public String label() {
    return label;
  }

  /** Name on English pages. */
  public String english() {
    return english;
  }

  /** The type with this Chinese name; empty if there is none. */
  public static Optional<AgencyType> ofLabel(String label) {
    return Arrays.stream(values()).filter(t -> t.label.equals(label)).findFirst();
  }
}
