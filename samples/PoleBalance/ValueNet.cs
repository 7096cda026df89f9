using DslNet;

namespace PoleBalance;

/// <summary>What the future is worth if the cart is pushed to the left, and to the right.</summary>
[Network]
[Input(Cart.StateLength), Dense(64), ReLU, Dense(64), ReLU, Dense(Cart.Actions)]
[Huber]
public sealed partial class ValueNet;
