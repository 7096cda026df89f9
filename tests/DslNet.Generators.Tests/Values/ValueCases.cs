using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Values;

/// <summary>Every layer, activation and loss, in shapes that fill no vector, tile or panel evenly.</summary>
internal static class ValueCases
{
    private const int Same = WindowRange.Same;

    // Around the boundaries of tiles (8), blocks (32, 64) and sample groups (128).
    private static readonly int[] s_small = [1, 2, 3, 5, 7], s_many = [1, 2, 3, 5, 7, 31, 33, 64, 65, 127, 128, 130, 257], s_few = [1, 5, 33];

    public static IReadOnlyDictionary<string, ValueCase> All { get; } = Create();

    private static Dictionary<string, ValueCase> Create()
    {
        Dictionary<string, ValueCase> cases = [];
        AddDense(cases);
        AddConvolutions(cases);
        AddColumns(cases);
        AddPooling(cases);
        AddActivations(cases);
        AddLosses(cases);
        AddGraphs(cases);
        return cases;
    }

    private static void AddDense(Dictionary<string, ValueCase> cases)
    {
        foreach (int inputs in new[] { 1, 3, 7, 17, 33 })
        {
            foreach (int outputs in new[] { 1, 3, 7, 17, 33 })
                cases.Add($"Dense {inputs} to {outputs}", Of(s_small, Extent.Vector(inputs), new Dense(outputs, bias: (inputs + outputs) % 4 != 0)));
        }

        cases.Add("Dense 1 to 1 without bias", Of(s_small, Extent.Vector(1), new Dense(1, bias: false)));
        cases.Add("Dense, wide", Of(s_few, Extent.Vector(150), new Dense(65), Activation.Tanh(), new Dense(9)));
        cases.Add("Dense, chunks of inputs", Of([1, 5, 65], Extent.Vector(208), new Dense(40), Activation.Tanh(), new Dense(3)));
        cases.Add("Dense, chunks of inputs of sixteen lanes", Of([1, 65], Extent.Vector(150), new Dense(48), Activation.Tanh(), new Dense(3)));
        cases.Add("Dense, many samples", Of(s_many, Extent.Vector(9), new Dense(17), Activation.ReLU(), new Dense(5)));
        cases.Add("Dense, without input gradient", new(
            new OracleNetwork(Extent.Vector(5), [new Dense(7), Activation.ReLU(), new Dense(3)], ElementwiseLoss.MeanSquaredError(), inputGradient: false), s_many));

        // More than 32,768 parameters: their gradient is summed in one group.
        cases.Add("Dense, large", Of([1, 130], Extent.Vector(190), new Dense(180, bias: false), Activation.Sigmoid(), new Dense(3)));

        cases.Add("Dense, one sample, beside wide kernels", Of([1, 3], Extent.Vector(65), new Dense(32), Activation.Tanh(), new Dense(16), Activation.Sigmoid(), new Dense(3)));
        cases.Add("Dense, one sample, activations in registers", Of(
            [1, 3], Extent.Vector(9), new Dense(32), Activation.Sigmoid(), new Dense(24), Activation.ELU(0.7f), new Dense(17), Activation.Tanh(), new Dense(1)));

        // Whose input gradient turns samples round instead of the weights: 131,705 of them, then twice 131,400, of which one adds to the other's.
        cases.Add("Dense, samples turned round", Of([1, 16, 33, 65], Extent.Vector(3), new Dense(371), Activation.ReLU(), new Dense(355)));
        cases.Add("Dense, samples turned round, no rest", Of([3, 32], Extent.Vector(2), new Dense(384), Activation.Tanh(), new Dense(352)));
        cases.Add("Dense, samples turned round, an image of half panels", Of([1, 33], Extent.Image(8, 11, 11), new Flatten(), new Dense(177)));
        cases.Add("Dense, samples turned round, twice read", Of(
            [5, 17], Extent.Vector(2), new Dense(365), new Dense(360), new Dense(360, bias: false) { Inputs = [1] }, new Add { Inputs = [3, 2] }));
        cases.Add("Dense, pairs of terms and what is left over", Of([1, 13, 27], Extent.Vector(39), new Dense(7), Activation.Tanh(), new Dense(37)));
        cases.Add("Dense, panels of two widths without bias", Of([1, 13, 27], Extent.Vector(37), new Dense(24, bias: false), Activation.Tanh(), new Dense(11)));
        cases.Add("Dense, without loss", new(new OracleNetwork(Extent.Vector(5), [new Dense(7), new Dense(3)], null, inputGradient: false), s_few));
    }

    private static void AddConvolutions(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Conv2D 1x1", Of(s_small, Extent.Image(1, 1, 1), new Conv2D(1, 1, 1)));
        cases.Add("Conv2D 3x3", Of(s_many, Extent.Image(1, 7, 7), new Conv2D(3, 3, 3)));
        cases.Add("Conv2D 3x3 padded", Of(s_small, Extent.Image(3, 7, 5), new Conv2D(7, 3, 3, padding: 1)));
        cases.Add("Conv2D 3x3 padded by 2", Of(s_small, Extent.Image(2, 3, 4), new Conv2D(9, 3, 3, padding: 2, bias: false)));
        cases.Add("Conv2D 5x5", Of([1, 3], Extent.Image(6, 9, 8), new Conv2D(17, 5, 5)));
        cases.Add("Conv2D, whole image", Of(s_small, Extent.Image(3, 5, 7), new Conv2D(17, 5, 7)));
        cases.Add("Conv2D, rows", Of(s_small, Extent.Image(2, 7, 17), new Conv2D(3, 1, 5)));
        cases.Add("Conv2D, columns", Of(s_small, Extent.Image(2, 17, 3), new Conv2D(5, 4, 1, padding: 0)));
        cases.Add("Conv2D, stride 2", Of(s_small, Extent.Image(3, 9, 8), new Conv2D(5, 3, 3, stride: 2)));
        cases.Add("Conv2D, stride 2 padded", Of(s_small, Extent.Image(3, 7, 10), new Conv2D(8, 3, 2, stride: 2, padding: 1)));
        cases.Add("Conv2D, stride beyond kernel", Of(s_small, Extent.Image(2, 11, 13), new Conv2D(4, 2, 2, stride: 5, padding: 1)));
        cases.Add("Conv2D, stride 3 of 7 rows", Of(s_small, Extent.Image(1, 17, 9), new Conv2D(3, 7, 2, stride: 3, padding: 1, bias: false)));
        cases.Add("Conv2D, same", Of(s_small, Extent.Image(3, 7, 6), new Conv2D(7, 3, 3, padding: Same)));
        cases.Add("Conv2D, same, even kernel", Of(s_small, Extent.Image(2, 5, 7), new Conv2D(3, 2, 4, padding: Same)));
        cases.Add("Conv2D, same, stride 2", Of(s_small, Extent.Image(2, 8, 7), new Conv2D(3, 3, 3, stride: 2, padding: Same)));
        cases.Add("Conv2D, same, stride 3", Of(s_small, Extent.Image(2, 8, 10), new Conv2D(3, 4, 5, stride: 3, padding: Same, bias: false)));
        cases.Add("Conv2D, same, kernel beyond image", Of(s_small, Extent.Image(1, 3, 2), new Conv2D(3, 7, 5, padding: Same)));
        cases.Add("Conv2D, same, stride beyond kernel", Of(s_small, Extent.Image(2, 9, 9), new Conv2D(3, 1, 2, stride: 4, padding: Same)));
        cases.Add("Conv2D, all padding", Of(s_small, Extent.Image(1, 1, 1), new Conv2D(8, 5, 5, padding: 2)));
        cases.Add("Conv2D, all padding, same", Of(s_small, Extent.Image(3, 2, 2), new Conv2D(5, 7, 7, padding: Same)));
        cases.Add("Conv2D, wide kernel", Of(s_few, Extent.Image(2, 9, 31), new Conv2D(17, 5, 25, padding: Same)));
        cases.Add("Conv2D, stride 4", Of(s_few, Extent.Image(3, 9, 70), new Conv2D(16, 3, 5, stride: 4, padding: 1)));
        cases.Add("Conv2D, pairs of rows, even kernel padded by 1", Of(s_few, Extent.Image(8, 9, 9), new Conv2D(16, 4, 4, padding: 1)));
        cases.Add("Conv2D, pairs of rows, even kernel padded by 2", Of(s_few, Extent.Image(8, 8, 9), new Conv2D(16, 4, 4, padding: 2)));
        cases.Add("Conv2D, pairs of rows, even kernel padded by 3", Of(s_few, Extent.Image(8, 14, 8), new Conv2D(16, 4, 4, padding: 3)));
        cases.Add("Conv2D, pairs of rows, 2x2 padded", Of(s_few, Extent.Image(8, 9, 9), new Conv2D(16, 2, 2, padding: 1)));
        cases.Add("Conv2D, pairs of rows, 5x5 padded by 4", Of(s_few, Extent.Image(8, 12, 9), new Conv2D(17, 5, 5, padding: 4)));
        cases.Add("Conv2D, pairs of rows, last kernel row outside", Of(s_few, Extent.Image(8, 6, 40), new Conv2D(16, 9, 3, padding: 2)));
        cases.Add("Conv2D, pairs of rows of the caller's image", OnTheWayIn(s_few, Extent.Image(3, 9, 9), new Conv2D(16, 3, 3, padding: 1)));
        cases.Add("Conv2D, pairs of rows and no loss", new(new OracleNetwork(Extent.Image(1, 9, 17), [new Conv2D(6, 5, 5)], null, inputGradient: false), s_few));
        cases.Add("Conv2D, 33 channels", Of([1, 7], Extent.Image(33, 3, 3), new Conv2D(33, 2, 2)));
        cases.Add("Conv2D, wide image", Of(s_small, Extent.Image(1, 3, 65), new Conv2D(6, 3, 5, padding: 1)));
        cases.Add("Conv2D, large", Of([1, 3], Extent.Image(1, 28, 28), new Conv2D(6, 5, 5), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("Conv2D, a tile a row", Of(s_few, Extent.Image(1, 7, 8), new Conv2D(6, 3, 3, padding: Same), Activation.Tanh(), new Conv2D(9, 3, 3, padding: Same), new Conv2D(12, 3, 5, padding: Same)));
        cases.Add("Conv2D, several tiles a row", Of(s_few, Extent.Image(2, 6, 19), new Conv2D(8, 2, 3), Activation.Tanh(), new Conv2D(11, 2, 3, padding: Same), new Conv2D(6, 3, 2, stride: 2)));
        cases.Add("Conv2D, two", Of([1, 3, 130], Extent.Image(2, 6, 7), new Conv2D(5, 3, 3, padding: 1), Activation.Tanh(), new Conv2D(9, 3, 3, stride: 2), Activation.ReLU(), new Flatten(), new Dense(3)));
    }

    private static void AddPooling(Dictionary<string, ValueCase> cases)
    {
        foreach (bool max in new[] { true, false })
        {
            string kind = max ? "MaxPool2D" : "AvgPool2D";
            cases.Add($"{kind} 2x2", Pooled(Extent.Image(3, 6, 8), 2, 2));
            cases.Add($"{kind} 2x2 with a rest", Pooled(Extent.Image(9, 7, 5), 2, 2));
            cases.Add($"{kind} 3x2", Pooled(Extent.Image(1, 7, 9), 3, 2));
            cases.Add($"{kind} 1x3", Pooled(Extent.Image(17, 3, 7), 1, 3));
            cases.Add($"{kind} overlapping", Pooled(Extent.Image(7, 7, 8), 3, 3, stride: 1));
            cases.Add($"{kind} overlapping padded", Pooled(Extent.Image(3, 7, 8), 3, 2, stride: 2, padding: 1));
            cases.Add($"{kind} padded by half", Pooled(Extent.Image(8, 5, 4), 5, 4, stride: 3, padding: 2));
            cases.Add($"{kind} with gaps", Pooled(Extent.Image(2, 9, 11), 2, 2, stride: 4));
            cases.Add($"{kind} same", Pooled(Extent.Image(3, 7, 6), 3, 2, stride: 1, padding: Same));
            cases.Add($"{kind} same, stride 2", Pooled(Extent.Image(3, 7, 9), 3, 3, stride: 2, padding: Same));
            cases.Add($"{kind} same, of its size", Pooled(Extent.Image(5, 7, 7), 2, 3, padding: Same));
            cases.Add($"{kind} whole image", Pooled(Extent.Image(33, 3, 5), 3, 5));

            // The pooling's input is the caller's, then another layer's.
            ValueCase Pooled(Extent input, int height, int width, int? stride = null, int padding = 0) => Of(
                s_few, input, Pool(height, width, stride, padding), new Conv2D(3, 1, 1), Activation.Tanh(), Pool(1, 1, null, 0));

            OracleLayer Pool(int height, int width, int? stride, int padding) =>
                max ? new MaxPool2D(height, width, stride, padding) : new AvgPool2D(height, width, stride, padding);
        }

        cases.Add("MaxPool2D after ReLU", Of(s_few, Extent.Image(2, 8, 8), new Conv2D(9, 3, 3), Activation.ReLU(), new MaxPool2D(3, 3, stride: 2, padding: 1), new Conv2D(2, 2, 2)));

        // More than 48 outputs are rounded up to 16: none of what lies beside those that exist may be left as it was.
        cases.Add("50 outputs behind a pooling", Of(s_few, Extent.Image(1, 8, 8), new Conv2D(16, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new Flatten(), new Dense(50)));
        cases.Add("52 filters at the end", Of(s_few, Extent.Image(1, 4, 4), new Conv2D(52, 2, 2)));

        // What the pooling makes zero is left out: few and many filters and channels, strides, gaps, activations, other readers.
        cases.Add("MaxPool2D routes, 1 channel", Of(s_many, Extent.Image(1, 9, 11), new Conv2D(7, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
        cases.Add("MaxPool2D routes, 3 channels", Of([1, 3, 130], Extent.Image(3, 10, 9), new Conv2D(5, 4, 3), Activation.Tanh(), new MaxPool2D(2, 3), new Conv2D(9, 2, 1), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D routes, 17 and 33 channels", Of([1, 5], Extent.Image(2, 13, 13), new Conv2D(17, 2, 2), new MaxPool2D(2, 2), new Conv2D(33, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D routes, five rows of a kernel", Of([1, 3, 130], Extent.Image(1, 14, 14), new Conv2D(6, 3, 3), Activation.ReLU(), new Conv2D(5, 5, 5), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D routes, 50 channels", Of([1, 3], Extent.Image(1, 10, 10), new Conv2D(50, 2, 2, bias: false), Activation.LeakyReLU(0.1f), new MaxPool2D(3, 3), new Conv2D(60, 2, 2), Activation.Sigmoid(), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D routes, stride 2", Of(s_few, Extent.Image(2, 19, 23), new Conv2D(6, 5, 3, stride: 2), Activation.ReLU(), new MaxPool2D(2, 2, stride: 3), new Conv2D(3, 1, 2), new MaxPool2D(2, 1)));
        cases.Add("MaxPool2D routes, wide kernel", Of(s_few, Extent.Image(9, 4, 40), new Conv2D(4, 1, 17), Activation.ReLU(), new MaxPool2D(2, 4), new Conv2D(2, 2, 3), new MaxPool2D(1, 2)));
        cases.Add("MaxPool2D after an activation that others read", Of(s_few, Extent.Image(1, 8, 8), new Conv2D(4, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new AvgPool2D(2, 2) { Inputs = [2] }, new Concat { Inputs = [3, 4] }));
        cases.Add("Conv2D across columns", Of(s_few, Extent.Image(3, 6, 30), new Conv2D(5, 3, 3), Activation.ReLU(), new Conv2D(3, 2, 2)));
        cases.Add("Conv2D across columns, 8 filters", Of(s_few, Extent.Image(1, 4, 43), new Conv2D(8, 2, 4), Activation.Tanh()));
        cases.Add("MaxPool2D along columns, a column left over", Of(s_few, Extent.Image(2, 12, 35), new Conv2D(4, 3, 3), Activation.Tanh(), new MaxPool2D(2, 2), new Conv2D(3, 1, 1)));
        cases.Add("MaxPool2D along columns, a row left over", Of(s_many, Extent.Image(1, 6, 19), new Conv2D(7, 2, 4, bias: false), Activation.LeakyReLU(0.1f), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
        cases.Add("MaxPool2D along columns, at the end", Of(s_few, Extent.Image(3, 5, 26), new Conv2D(8, 2, 3), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D after AvgPool2D", Of(s_few, Extent.Image(2, 9, 9), new AvgPool2D(3, 3, stride: 2), new MaxPool2D(2, 2)));
        cases.Add("GlobalAvgPool2D", Of(s_few, Extent.Image(17, 5, 7), new GlobalAvgPool2D()));
        cases.Add("GlobalAvgPool2D in between", Of(s_many, Extent.Image(1, 4, 5), new Conv2D(9, 2, 2), Activation.ReLU(), new GlobalAvgPool2D(), new Dense(3)));
        cases.Add("GlobalAvgPool2D of one place", Of(s_small, Extent.Image(3, 1, 1), new GlobalAvgPool2D()));
        cases.Add("Flatten", Of(s_small, Extent.Image(3, 5, 7), new Flatten(), new Dense(7)));
        cases.Add("Flatten of an output", Of(s_small, Extent.Image(3, 5, 7), new Conv2D(9, 2, 3), new Flatten()));
        cases.Add("Flatten between", Of(s_small, Extent.Image(3, 5, 7), new Conv2D(9, 2, 3), new Flatten(), Activation.Tanh(), new Dense(2)));
        cases.Add("Flatten, twice read", Of(s_small, Extent.Image(2, 3, 5), new Conv2D(2, 3, 5, padding: Same), new Flatten(), new Dense(30), new Add { Inputs = [3, 2] }));
    }

    private static void AddActivations(Dictionary<string, ValueCase> cases)
    {
        (string Name, Func<OracleLayer> Create)[] activations =
        [
            ("ReLU", Activation.ReLU), ("LeakyReLU", () => Activation.LeakyReLU(0.01f)), ("LeakyReLU 0", () => Activation.LeakyReLU(0)),
            ("LeakyReLU 1.5", () => Activation.LeakyReLU(1.5f)), ("ELU", () => Activation.ELU(1)), ("ELU 0.3", () => Activation.ELU(0.3f)),
            ("ELU 0", () => Activation.ELU(0)), ("ELU 2", () => Activation.ELU(2)), ("GELU", Activation.GELU), ("SiLU", Activation.SiLU),
            ("Softplus", Activation.Softplus), ("Sigmoid", Activation.Sigmoid), ("Tanh", Activation.Tanh), ("Softmax", () => new Softmax()),
        ];
        foreach ((string name, Func<OracleLayer> create) in activations)
        {
            cases.Add($"{name} after Dense", Of(s_few, Extent.Vector(7), new Dense(17), create(), new Dense(3)));
            cases.Add($"{name} after Conv2D", Of(s_few, Extent.Image(2, 5, 7), new Conv2D(3, 2, 3, padding: 1), create(), new Conv2D(2, 3, 3)));
            cases.Add($"{name} at the input of an image", Of(s_small, Extent.Image(3, 5, 3), create(), new Conv2D(2, 2, 2)));
            cases.Add($"{name} alone", Of(s_small, Extent.Vector(7), create()));

            // Read twice, so that it cannot be part of the layer before, and twice in a row.
            cases.Add($"{name} beside", Of(s_few, Extent.Vector(5), new Dense(9), create(), new Add { Inputs = [2, 1] }, create(), new Concat { Inputs = [4, 2, 3] }, new Dense(2)));
        }

        cases.Add("Softmax of one", Of(s_small, Extent.Vector(1), new Dense(1), new Softmax()));
        cases.Add("Softmax of 33", Of(s_few, Extent.Vector(3), new Dense(33), new Softmax()));
    }

    private static void AddLosses(Dictionary<string, ValueCase> cases)
    {
        (string Name, Func<OracleLoss> Create)[] losses =
        [
            ("MeanSquaredError", ElementwiseLoss.MeanSquaredError), ("MeanAbsoluteError", ElementwiseLoss.MeanAbsoluteError), ("Huber", () => ElementwiseLoss.Huber(1)),
            ("Huber 0.3", () => ElementwiseLoss.Huber(0.3f)), ("BinaryCrossEntropy", ElementwiseLoss.BinaryCrossEntropy),
            ("SoftmaxCrossEntropy of labels", () => new SoftmaxCrossEntropy(labels: true)), ("SoftmaxCrossEntropy of probabilities", () => new SoftmaxCrossEntropy(labels: false)),
        ];
        foreach ((string name, Func<OracleLoss> create) in losses)
        {
            foreach (int outputs in new[] { 1, 3, 7, 17, 33 })
            {
                if (outputs > 1 || create() is ElementwiseLoss)
                    cases.Add($"{name} over {outputs}", new(new(Extent.Vector(3), [new Dense(outputs)], create()), outputs == 7 ? s_many : s_few));
            }

            cases.Add($"{name} of the input", new(new(Extent.Vector(5), [new Dropout(0)], create()), s_few));
            if (create() is ElementwiseLoss)
                cases.Add($"{name} of an image", new(new(Extent.Image(2, 4, 5), [new Conv2D(3, 2, 2)], create()), s_few));
        }
    }

    private static void AddGraphs(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Add", Of(s_few, Extent.Vector(7), new Dense(7), Activation.ReLU(), new Dense(7), new Add { Inputs = [3, 1] }, Activation.Tanh()));
        cases.Add("Add of the input", Of(s_few, Extent.Image(3, 5, 5), new Conv2D(3, 3, 3, padding: 1), Activation.GELU(), new Add { Inputs = [2, 0, 1] }));
        cases.Add("Add of itself", Of(s_few, Extent.Vector(3), new Dense(5), new Add { Inputs = [1, 1] }));
        cases.Add("Add of the input to itself", Of(s_few, Extent.Image(3, 2, 3), new Add { Inputs = [0, 0] }, new Flatten()));
        cases.Add("Concat", Of(s_few, Extent.Vector(3), new Dense(7), Activation.SiLU(), new Dense(9), new Concat { Inputs = [3, 2, 0] }, new Dense(5)));
        cases.Add("Concat of images", Of(s_few, Extent.Image(3, 4, 5), new Conv2D(5, 3, 3, padding: 1), Activation.ReLU(), new Concat { Inputs = [2, 0, 1] }, new Conv2D(2, 2, 2)));
        cases.Add("Concat of itself", Of(s_few, Extent.Image(1, 2, 3), new Conv2D(3, 1, 1), new Concat { Inputs = [1, 1, 1] }, new Flatten(), new Dense(2)));
        cases.Add("Concat at the end", Of(s_few, Extent.Image(2, 3, 3), new MaxPool2D(2, 2, stride: 1), new AvgPool2D(2, 2, stride: 1) { Inputs = [0] }, new Concat { Inputs = [2, 1] }));
        cases.Add("Branches", Of(
            s_few, Extent.Image(2, 5, 5), new Conv2D(4, 3, 3), Activation.ReLU(), new Conv2D(3, 1, 1), Activation.Tanh(),
            new Conv2D(5, 3, 3, padding: Same) { Inputs = [2] }, new Concat { Inputs = [5, 4] }, new GlobalAvgPool2D(), new Dense(3)));
        cases.Add("The input read three times", Of(
            s_few, Extent.Vector(7), new Dense(3), new Dense(3, bias: false) { Inputs = [0] }, Activation.Sigmoid(), new Add { Inputs = [3, 1] }, new Concat { Inputs = [4, 0] }));
        cases.Add("Dropout", new(
            new(Extent.Vector(9), [new Dense(17), new Dropout(0.5), Activation.ReLU(), new Dense(3)], null, inputGradient: false), s_few));
        cases.Add("Dropout of nothing", Of(s_few, Extent.Image(3, 4, 5), new Conv2D(9, 2, 2), new Dropout(0), Activation.ReLU(), new Dropout(0), new Flatten(), new Dense(2)));
        cases.Add("LeNet", Of(
            [1, 3, 33], Extent.Image(1, 12, 12), new Conv2D(6, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new Conv2D(16, 2, 2), Activation.ReLU(),
            new MaxPool2D(2, 2), new Flatten(), new Dense(30), Activation.ReLU(), new Dense(10)));
        cases.Add("Flattened twice", Of(
            s_few, Extent.Image(2, 4, 4), new Conv2D(3, 3, 3), new Flatten(), Activation.Tanh(), new Flatten { Inputs = [1] }, new Dense(12),
            new Add { Inputs = [5, 3] }));
        cases.Add("Dropout of an image first", Of(s_few, Extent.Image(3, 3, 2), new Dropout(0), new Flatten(), new Dense(5)));
    }

    /// <summary>
    /// Where the caller wants no gradient of an image, vectors may run along its columns: over it as the caller passes it, and
    /// through a pooling, which training may do in another way than prediction would.
    /// </summary>
    private static void AddColumns(Dictionary<string, ValueCase> cases)
    {
        foreach (int filters in (int[])[1, 3, 4, 7, 8])
        {
            foreach (int columns in (int[])[8, 17, 33])
                cases.Add($"Conv2D along {columns} columns, {filters} filters", OnTheWayIn(s_few, Extent.Image(2, 3, columns + 2), new Conv2D(filters, 2, 3), Activation.Tanh()));
        }

        cases.Add("MaxPool2D along columns of the caller's image, a column left over", OnTheWayIn(
            s_few, Extent.Image(2, 12, 35), new Conv2D(4, 3, 3), Activation.Tanh(), new MaxPool2D(2, 2), new Conv2D(3, 1, 1)));
        cases.Add("MaxPool2D along columns of the caller's image, a row left over", OnTheWayIn(
            s_many, Extent.Image(1, 6, 19), new Conv2D(7, 2, 4, bias: false), Activation.LeakyReLU(0.1f), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
        cases.Add("MaxPool2D along columns of the caller's image, at the end", OnTheWayIn(s_few, Extent.Image(3, 5, 26), new Conv2D(8, 2, 3), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D of columns with all of its gradients", OnTheWayIn(
            s_few, Extent.Image(1, 10, 26), new Conv2D(8, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
        cases.Add("MaxPool2D of columns with all of its gradients, one tap", OnTheWayIn(
            s_few, Extent.Image(3, 4, 32), new Conv2D(6, 1, 1), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
    }

    /// <summary>A network of whose input nobody wants the gradient.</summary>
    private static ValueCase OnTheWayIn(int[] batches, Extent input, params OracleLayer[] layers) =>
        new(new OracleNetwork(input, layers, ElementwiseLoss.MeanSquaredError(), inputGradient: false), batches);

    private static ValueCase Of(int[] batches, Extent input, params OracleLayer[] layers) =>
        new(new OracleNetwork(input, layers, ElementwiseLoss.MeanSquaredError()), batches);
}
