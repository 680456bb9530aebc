package org.mingzhang.search;

import org.mingzhang.model.Topic;

/** How much a hit counts by what its section is about: definitions stand below substance. */
final class TopicWeights {
  private static final float GLOSSARY = 0.55f;

  private final float[] weights;

  TopicWeights(Dictionary topics) {
    weights = new float[topics.size()];
    weights[0] = 1f;
    for (int i = 1; i < weights.length; i++) {
      weights[i] = topics.value(i).equals(Topic.GLOSSARY.label()) ? GLOSSARY : 1f;
    }
  }

  float of(int topic) {
    return weights[topic];
  }
}
