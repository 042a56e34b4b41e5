"""The forms in which recognisers and meeting tools write down what they heard: one module each."""
