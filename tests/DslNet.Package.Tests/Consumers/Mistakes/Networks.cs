using DslNet;

namespace Mistakes;

[Network, Input(2), Dense(1)]
public sealed class NotPartial; // DSLN0001

[Input(2), Dense(1)] // DSLN0008
public sealed partial class NoNetwork;

[Network, Dense(1)]
public sealed partial class NoInput; // DSLN0005

[Network, Input(2)]
public sealed partial class NoLayer; // DSLN0006

[Network]
[Input(1, 28, 28)]
[Conv2D(6, 5), ReLU, MaxPool2D(2)]
[Dense(10)] // DSLN0100
[SoftmaxCrossEntropy]
public sealed partial class NoFlatten;

[Network]
[Input(784)]
[Conv2D(6, 5)] // DSLN0101
[Flatten, Dense(10)]
public sealed partial class NoImage;

[Network]
[Input(4), Dense(3)]
[Output(2)] // DSLN0103
public sealed partial class OtherOutput;

[Network]
[Input(1, 4, 4)]
[Conv2D(2, 5)] // DSLN0106
[Flatten, Dense(2)]
public sealed partial class LargeKernel;

[Network]
[Input(4)]
[Dense(3), Softmax] // DSLN0150
[SoftmaxCrossEntropy]
public sealed partial class TwiceSoftmax;

[Network]
[Input(4)]
[Dense(8), ReLU,
 Sigmoid, // DSLN0151
 Dense(3)]
public sealed partial class TwoActivations;

[Network]
[Input(4)]
[Dense(0)] // DSLN0050
[Dropout(50)] // DSLN0052
[Dense(4, From = "Hidden")] // DSLN0012
[Dense(2, Inputs = 5)] // DSLN0102
[Output(3)] // DSLN0103
public sealed partial class FiveMistakes;

public static class Outer // DSLN0003
{
    [Network, Input(2), Dense(1)]
    public sealed partial class Inner;
}

[Network]
[Input(4)]
[Dense(4, Name = "Hidden"), ReLU]
[Dense(4, Name = "Hidden"), ReLU] // DSLN0009
public sealed partial class TwiceHidden;

[Network]
[Input(4)]
[Dense(4, Name = "Stem"), ReLU]
[Dense(4), Add("Steam")] // DSLN0012
public sealed partial class Misspelt;

[Network]
[Input(1, 28, 28)]
[Conv2D(6, 5, Padding = 7)] // DSLN0054
[MaxPool2D(2, Padding = -3)] // DSLN0054
[Flatten, Dense(10)]
public sealed partial class OtherPadding;

[Network]
[Input(1, 28, 28)]
[Conv2D(-6, 5)] // DSLN0050
[Flatten, Dense(10)]
public sealed partial class Negative;

[Network]
[Input(4), Dense(1)]
[SoftmaxCrossEntropy] // DSLN0108
public sealed partial class OneClass;

[Network]
[Input(4), Input(5)] // DSLN0019
[Dense(1)]
public sealed partial class TwoInputs;

[Network]
[Input(784)]
[Linear(784, 128), // DSLN0020
 Danse(10)] // DSLN0020
[LocalResponseNorm, // DSLN0020
 MSELoss(reduction: "mean")] // DSLN0020
public sealed partial class OfTorch;

[Network, Input(4), Dense(1)]
public sealed partial class Evaluate; // DSLN0021

[Network]
[Input(OfTorch.InputLength), Dense(Sound.OutputLength)]
[Dense(Cyclic.OutputLength)] // DSLN0057
public sealed partial class Cyclic;

[Network]
[Input(4), Dense(3)]
[SoftmaxCrossEntropy] // DSLN0155
[Dense(2), Dropout(0.5)] // DSLN0156
public sealed partial class LayersBehindLoss;
