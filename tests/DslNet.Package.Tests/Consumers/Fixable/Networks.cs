using DslNet;

namespace Fixable;

[Network, Input(2), Dense(1)]
public sealed class NotPartial; // DSLN0001

public static class Outer // DSLN0003
{
    [Network, Input(2), Dense(1)]
    public sealed partial class Inner;
}

[Input(2), Dense(1)] // DSLN0008
public sealed partial class NoNetwork;

[Network]
[Input(1, 28, 28)]
[Conv2D(6, 5), ReLU, MaxPool2D(2)]
[Dense(10)] // DSLN0100
[SoftmaxCrossEntropy]
public sealed partial class NoFlatten;

[Network]
[Input(1, 4, 4)]
[Flatten, Dense(2), Flatten] // DSLN0152
public sealed partial class TwiceFlat;

[Network]
[Input(1, 28, 28)]
[Conv2d(1, 6, 5), Relu, MaxPool2d(2), Flatten] // DSLN0020
[Linear(864, 10)] // DSLN0020
[CrossEntropyLoss] // DSLN0020
public sealed partial class OfTorch;

[Network]
[Input(4)]
[Dense(4, Name = "Stem"), ReLU]
[Dense(4), Add("Steam")] // DSLN0012
public sealed partial class Misspelt;

[Network]
[Input(4), Dense(4)]
public sealed partial class OwnConstructor
{
    public OwnConstructor(int seed) // DSLN0154
    {
    }
}
