using System.Collections.Immutable;

namespace DslNet.Networks.Tests.Ports;

/// <summary>Networks with several inputs, outputs and losses, beside networks of one input and output that compute parts of the same.</summary>
public sealed class NamedPortTests
{
    /// <summary>One sample, a block, several blocks, and several groups of samples.</summary>
    public static TheoryData<int> Counts => [1, 2, 5, 40, 130, 300];

    [Theory, MemberData(nameof(Counts))]
    public void Two_inputs_are_parts_of_one(int count)
    {
        Divided divided = new(seed: 3);
        Whole whole = new(seed: 4);
        for (int output = 0; output < 5; output++)
        {
            for (int input = 0; input < 7; input++)
                whole.Dense1.Weight[output, input] = input < 4 ? divided.OfLeft.Weight[output, input] : divided.OfRight.Weight[output, input - 4];
        }

        whole.Dense1.Bias.CopyFrom(divided.OfLeft.Bias.ToArray());
        whole.Dense2.Weight.CopyFrom(divided.Dense3.Weight.ToArray());
        whole.Dense2.Bias.CopyFrom(divided.Dense3.Bias.ToArray());
        float[] inputs = Draw(count * 7, seed: 1), targets = Draw(count * 2, seed: 2), expected = new float[count * 2], outputs = new float[count * 2];
        float[] left = [.. inputs.Chunk(7).SelectMany(sample => sample[..4])], right = [.. inputs.Chunk(7).SelectMany(sample => sample[4..])];
        whole.Predict(inputs, expected);
        divided.Predict(left, right, outputs);
        AssertNear(expected, outputs);

        Divided.Samples samples = new() { Left = left, Right = right, OutputTargets = targets };
        Assert.Equal(whole.ComputeLoss(inputs, targets), divided.ComputeLoss(samples), 1e-5f);
        Assert.Equal(whole.ComputeGradients(inputs, targets), divided.ComputeGradients(samples), 1e-5f);
        float[] gradients = whole.Dense1.Weight.Gradient.ToArray();
        AssertNear([.. gradients.Chunk(7).SelectMany(row => row[..4])], divided.OfLeft.Weight.Gradient.ToArray());
        AssertNear([.. gradients.Chunk(7).SelectMany(row => row[4..])], divided.OfRight.Weight.Gradient.ToArray());
    }

    [Theory, MemberData(nameof(Counts))]
    public void Losses_and_gradients_of_two_outputs_are_sums(int count)
    {
        (Heads heads, PolicyHead policy, PriceHead price) = Same();
        float[] state = Draw(count * 6, seed: 1), targets = Draw(count * 2, seed: 2), ofState = new float[count * 6];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 5 == 4 && i > 4 ? -100 : i % 3)];
        Heads.Samples samples = new() { State = state, PolicyLabels = labels, PriceTargets = targets, StateGradient = ofState };
        float[] ofPolicy = new float[count * 6], ofPrice = new float[count * 6];
        float policyLoss = policy.ComputeGradients(state, labels, ofPolicy), priceLoss = price.ComputeGradients(state, targets, ofPrice);
        Assert.Equal(policyLoss + priceLoss, heads.ComputeGradients(samples), 1e-5f);
        AssertNear([.. ofPolicy.Zip(ofPrice, (one, other) => one + other)], ofState);
        AssertNear(Sum(policy.Dense1, price.Dense1), heads.Dense1.Weight.Gradient.ToArray());
        AssertNear(policy.Dense2.Weight.Gradient.ToArray(), heads.Dense2.Weight.Gradient.ToArray());
        AssertNear(price.Dense3.Weight.Gradient.ToArray(), heads.Dense3.Weight.Gradient.ToArray());

        Assert.Equal(policyLoss + priceLoss, heads.ComputeLoss(samples), 1e-5f);
        Assert.Equal(policyLoss, heads.ComputePolicyLoss(samples), 1e-5f);
        Assert.Equal(priceLoss * 2, heads.ComputePriceLoss(samples), 1e-5f);

        // Of those alone that are given.
        samples.PolicyLabels = default;
        Assert.Equal(priceLoss, heads.ComputeLoss(samples), 1e-5f);

        static float[] Sum(WeightedLayer one, WeightedLayer other) => [.. one.Weight.Gradient.ToArray().Zip(other.Weight.Gradient.ToArray(), (a, b) => a + b)];
    }

    [Theory, MemberData(nameof(Counts))]
    public void Samples_alone_have_the_bits_that_they_have_among_others(int count)
    {
        TwoTowers network = new(seed: 5);
        float[] image = Draw(count * 64, seed: 1), numbers = Draw(count * 10, seed: 2), policy = new float[count * 4], value = new float[count];
        network.Predict(image, numbers, policy, value);
        float[] onePolicy = new float[4], oneValue = new float[1];
        for (int i = 0; i < count; i++)
        {
            network.Predict(image.AsSpan(i * 64, 64), numbers.AsSpan(i * 10, 10), onePolicy, oneValue);
            Assert.Equal(policy[(i * 4)..(i * 4 + 4)], onePolicy);
            Assert.Equal(value[i], oneValue[0]);
        }

        // An output that nobody wants is left out.
        float[] alone = new float[count * 4];
        network.Predict(new TwoTowers.Samples { Image = image, Numbers = numbers, Policy = alone });
        Assert.Equal(policy, alone);
    }

    /// <summary>A layer as two outputs, and two losses of one of them: their gradients are added.</summary>
    [Fact]
    public void One_layer_may_be_several_outputs()
    {
        Twice twice = new(seed: 2);
        float[] state = Draw(15, seed: 1), targets = Draw(10, seed: 2), others = Draw(10, seed: 3), one = new float[10], other = new float[10];
        twice.Predict(state, one, other);
        Assert.Equal(one, other);
        Twice.Samples samples = new() { State = state, NearTargets = targets, FarTargets = others };
        float sum = twice.ComputeGradients(samples);
        float expected = 0;
        float[] bias = new float[2];
        for (int i = 0; i < one.Length; i++)
        {
            float near = one[i] - targets[i], far = one[i] - others[i];
            expected += (near * near + Huber(near, 1) + 2 * Huber(far, 0.25f)) / 10;
            bias[i % 2] += (2 * near + Math.Clamp(near, -1, 1) + 2 * Math.Clamp(far, -0.25f, 0.25f)) / 10;
        }

        Assert.Equal(expected, sum, 1e-5f);
        AssertNear(bias, twice.Dense1.Bias.Gradient.ToArray());
        Assert.Equal(sum, twice.ComputeNearMeanSquaredErrorLoss(samples) + twice.ComputeNearHuberLoss(samples) + 2 * twice.ComputeFarLoss(samples), 1e-5f);

        static float Huber(float d, float delta) => MathF.Abs(d) <= delta ? d * d / 2 : delta * (MathF.Abs(d) - delta / 2);
    }

    [Fact]
    public void Outputs_come_with_the_loss()
    {
        (Heads heads, _, _) = Same();
        float[] state = Draw(18, seed: 1), policy = new float[9], price = new float[6], alone = new float[9], other = new float[6];
        heads.ComputeLoss(new() { State = state, PolicyLabels = [0, 1, 2], Policy = policy, Price = price });
        heads.Predict(state, alone, other);
        Assert.Equal(alone, policy);
        Assert.Equal(other, price);
    }

    [Fact]
    public void It_trains()
    {
        const int count = 256;
        TwoTowers network = new(seed: 7);
        Adam optimizer = new(3e-3f);
        float[] image = Draw(count * 64, seed: 1), numbers = Draw(count * 10, seed: 2);

        // The policy is a matter of the image, the value of both.
        int[] labels = [.. image.Chunk(64).Select(pixels => (pixels[..32].Sum() > 0 ? 2 : 0) + (pixels[32..].Sum() > 0 ? 1 : 0))];
        float[] values = [.. image.Chunk(64).Zip(numbers.Chunk(10), (pixels, given) => MathF.Tanh(pixels.Sum() / 8 + given[0] - given[1]))];
        TwoTowers.Samples samples = new() { Image = image, Numbers = numbers, PolicyLabels = labels, ValueTargets = values };
        float before = network.ComputeLoss(samples), loss = 0;
        for (int step = 0; step < 300; step++)
            loss = network.TrainStep(optimizer, samples);
        Assert.Equal(300, optimizer.Steps);
        Assert.True(loss < before / 10, $"The loss was {before}, and is {loss}.");
        Assert.True(network.ComputePolicyLoss(samples) < 0.1f);
        Assert.True(network.ComputeValueLoss(samples) < 0.05f);
    }

    /// <summary>By a dataset, in order and shuffled: what a loop of one's own does, to the bit.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_trains_on_datasets(bool shuffle)
    {
        const int count = 50, batch = 16;
        (Heads fitted, _, _) = Same();
        (Heads own, _, _) = Same();
        float[] state = Draw(count * 6, seed: 1), prices = Draw(count * 2, seed: 2);
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 7 == 3 ? -100 : i % 3)], order = [.. Enumerable.Range(0, count)];
        var data = Dataset.FromColumns(new("state", state, 6), new("policy", labels), new("price", prices, 2));
        FitResult result = fitted.Fit(data, new FitOptions { Epochs = 2, BatchSize = batch, Shuffle = shuffle, Seed = 9, Optimizer = new Adam(0.01f), Validation = data });
        Adam optimizer = new(0.01f);
        for (int epoch = 1; epoch <= 2; epoch++)
        {
            if (shuffle)
                SampleOrder.Shuffle(order, 9, epoch);
            foreach (int[] samples in order.Chunk(batch))
            {
                own.TrainStep(optimizer, new()
                {
                    State = samples.SelectMany(i => state[(i * 6)..(i * 6 + 6)]).ToArray(),
                    PolicyLabels = samples.Select(i => labels[i]).ToArray(),
                    PriceTargets = samples.SelectMany(i => prices[(i * 2)..(i * 2 + 2)]).ToArray(),
                });
            }
        }

        Assert.Equal(own.Parameters.ToArray(), fitted.Parameters.ToArray());
        Heads.Samples all = new() { State = state, PolicyLabels = labels, PriceTargets = prices };
        Evaluation evaluation = fitted.Evaluate(data);
        Assert.Equal(fitted.ComputePolicyLoss(all), evaluation.Losses[0], 1e-6);
        Assert.Equal(fitted.ComputePriceLoss(all), evaluation.Losses[1], 1e-6);
        Assert.Equal(evaluation.Losses[0] + 0.5 * evaluation.Losses[1], evaluation.Loss);
        Assert.Equal(evaluation.Loss, result.Last.ValidationLoss);
        Assert.Equal("50 samples of state (6), policy (integers), price (2)", data.ToString());

        // Parts are datasets too.
        (Dataset first, Dataset second) = data.Split(20, seed: 4);
        Assert.Equal((20, 30, 10), (first.Count, second.Count, data.Slice(5, 10).Count));
        Assert.Equal(evaluation.Losses[1], (20 * fitted.Evaluate(first).Losses[1] + 30 * fitted.Evaluate(second).Losses[1]) / 50, 1e-6);
    }

    /// <summary>A weight of two is the same as the sample twice, and one of zero the same as leaving it out.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(150)]
    public void Weights_of_samples_are_repetitions(int count)
    {
        (Heads weighted, _, _) = Same();
        (Heads plain, _, _) = Same();
        float[] state = Draw(count * 6, seed: 1), prices = Draw(count * 2, seed: 2), weights = [.. Enumerable.Range(0, count).Select(i => (float)(i % 3))];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 4 == 2 ? -100 : i % 3)], repeated = [.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Repeat(i, i % 3))];
        float loss = weighted.ComputeGradients(new() { State = state, PolicyLabels = labels, PolicyWeights = weights, PriceTargets = prices, PriceWeights = weights });
        Heads.Samples samples = new()
        {
            State = repeated.SelectMany(i => state[(i * 6)..(i * 6 + 6)]).ToArray(),
            PolicyLabels = repeated.Select(i => labels[i]).ToArray(),
            PriceTargets = repeated.SelectMany(i => prices[(i * 2)..(i * 2 + 2)]).ToArray(),
        };
        Assert.Equal(plain.ComputeGradients(samples), loss, 1e-5f);
        AssertNear(plain.Gradients.ToArray(), weighted.Gradients.ToArray());

        var data = Dataset.FromColumns(new("state", state, 6), new("policy", labels), new("price", prices, 2), DataColumn.OfWeights("policy", weights), DataColumn.OfWeights("price", weights));
        Evaluation evaluation = weighted.Evaluate(data);
        Assert.Equal(loss, evaluation.Loss, 1e-5);
        Assert.Equal(plain.ComputePriceLoss(samples), evaluation.Losses[1], 1e-5);
        weighted.Fit(data, new FitOptions { BatchSize = count, Shuffle = false, Optimizer = new SGD(0.1f) });
        plain.TrainStep(new SGD(0.1f), samples);
        AssertNear(plain.Parameters.ToArray(), weighted.Parameters.ToArray());
    }

    [Fact]
    public void Weights_are_not_negative()
    {
        (Heads heads, _, _) = Same();
        float[] state = Draw(12, seed: 1), price = new float[4];
        Says(() => heads.ComputeLoss(new() { State = state, PriceTargets = price, PriceWeights = [1, -1] }), "PriceWeights[1] is -1. Give each sample a finite weight of at least 0.");
        Says(() => heads.ComputeLoss(new() { State = state, PriceTargets = price, PriceWeights = [1] }), "PriceWeights has 1 value, but 2 samples of 1 are 2.");
        DataColumn[] columns = [new("state", state, 6), new("policy", new[] { 0, 1 }), new("price", price, 2)];
        Says(() => heads.Evaluate(Dataset.FromColumns([.. columns, DataColumn.OfWeights("price", new[] { 1, float.NaN })])), "The weight of sample 1 of data for price is NaN.");
        Says(() => heads.Evaluate(Dataset.FromColumns([.. columns, DataColumn.OfWeights("state", new float[] { 1, 1 })])), "data has the column state, but Heads has no input of this name, and no loss of such an output.");
    }

    [Fact]
    public void Datasets_that_do_not_fit_are_refused()
    {
        (Heads heads, PolicyHead head, _) = Same();
        DataColumn state = new("state", new float[12], 6), policy = new("policy", new[] { 0, 1 }), price = new("price", new float[4], 2);
        Says(() => heads.Evaluate(Dataset.FromLabels(new float[12], new[] { 0, 1 }, 6)), "Heads has named inputs or outputs (state 6, policy 3, price 2), but data has no named columns. Make it by Dataset.FromColumns.");
        Says(() => head.Evaluate(Dataset.FromColumns(state, policy)), "data has named columns (state (6), policy (integers)), but PolicyHead has one input and one output without names.");
        Says(() => heads.Evaluate(Dataset.FromColumns(policy, price)), "Heads has the input state 6, but data has no column state. Add it.");
        Says(() => heads.Evaluate(Dataset.FromColumns(new("State", new float[12], 6), policy, price)), "Heads has the input state 6, but data has no column state. Write state for its column State.");
        Says(() => heads.Evaluate(Dataset.FromColumns(state, policy, new("Price", new float[4], 2))), "Heads has the MeanSquaredError of price, but data has no column price to compare that with. Write price for its column Price.");
        Says(() => heads.Evaluate(Dataset.FromColumns(state, policy)), "Heads has the MeanSquaredError of price, but data has no column price to compare that with. Add its targets.");
        Says(() => heads.Evaluate(Dataset.FromColumns(new("state", new float[8], 4), policy, price)), "Heads expects 6 values for each sample of state 6, but the column state of data has 4 values. Make it of 6 values a sample.");
        Says(() => heads.Evaluate(Dataset.FromColumns(state, policy, price, new("size", new float[2], 1))), "data has the column size, but Heads has no input of this name, and no loss of such an output. Leave it out, or correct its name: state, policy, price.");
        Says(() => heads.Evaluate(Dataset.FromColumns(state, new("policy", new[] { 0, 3 }), price)), "policy has 3 classes, 0 to 2, but sample 1 of data has the label 3. Correct the label, or give -100 to samples that are of no class.");
        Says(() => heads.Evaluate(Dataset.FromColumns(state, policy, new("price", new[] { 0, 1 }))), "The column price of data has integers, but its loss is MeanSquaredError, which takes 2 values for each sample.");
        Says(() => heads.Fit(Dataset.FromColumns(new("state", (float[])[float.NaN, .. new float[11]], 6), policy, price), new FitOptions { Optimizer = new SGD(0.1f) }), "Value 0 of state, sample 0 of train, is NaN.");
        Says(() => Dataset.FromColumns(state, new("policy", new[] { 0 })), "state has 2 samples, but policy has 1. Give all columns the same samples.");
        Says(() => Dataset.FromColumns(state, state), "There are two columns with the name state.");
        Says(() => Dataset.FromColumns(), "There is no column.");
        Says(() => new DataColumn("state", new float[7], 6), "state has 7 values, not a multiple of the 6 per sample (1 left over).");
    }

    [Fact]
    public void A_step_is_one_of_the_optimizer()
    {
        (Heads one, _, _) = Same();
        (Heads other, _, _) = Same();
        Heads.Samples samples = new() { State = Draw(30, seed: 1), PolicyLabels = [0, 1, 2, 0, 1], PriceTargets = Draw(10, seed: 2) };
        Adam first = new(), second = new();
        for (int step = 0; step < 3; step++)
        {
            float loss = other.ComputeGradients(samples, step);
            second.Step(other.Parameters, other.Gradients);
            Assert.Equal(loss, one.TrainStep(first, samples));
        }

        Assert.Equal(other.Parameters.ToArray(), one.Parameters.ToArray());
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        TwoTowers network = new(seed: 7);
        float[] image = Draw(3 * 64, seed: 1), numbers = Draw(30, seed: 2), policy = new float[12], value = new float[3];
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            network.Predict(image, numbers, policy, value);
            network.ComputeGradients(new() { Image = image, Numbers = numbers, PolicyTargets = [1, 0, 0, 0, 0, 1, 0, 0, 0.5f, 0.5f, 0, 0], ValueTargets = value });
        }));
    }

    [Fact]
    public void It_says_what_it_is()
    {
        NetworkDescription description = TwoTowers.Declaration;
        Assert.Equal(["image 1×8×8", "numbers 10"], description.Inputs.Select(port => port.ToString()));
        Assert.Equal(["policy 4", "value 1"], description.Outputs.Select(port => port.ToString()));
        Assert.Equal([("SoftmaxCrossEntropy", "Dense4", "policy", 1f), ("MeanSquaredError", "Dense5", "value", 0.5f)], description.Losses.Select(loss => (loss.Name, loss.Output, loss.Of!, loss.Weight)));
        Assert.Equal("policy", description.Loss!.Of);
        Assert.Equal(ImmutableArray.Create("numbers"), description.Layers.Single(layer => layer.Name == "Dense2").Inputs);
        Assert.EndsWith("loss: SoftmaxCrossEntropy of policy + MeanSquaredError of value", description.ToString());
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        (Heads heads, _, _) = Same();
        float[] state = Draw(12, seed: 1), policy = new float[6], price = new float[4];
        Says(() => heads.Predict(state.AsSpan(0, 7), policy, price), "State has 7 values, not a multiple of the 6 values per sample.");
        Says(() => heads.Predict(state, policy.AsSpan(0, 5), price), "Policy has 5 values, but 2 samples of 3 are 6.");
        Says(() => heads.Predict(state, policy, state.AsSpan(0, 4)), "Price overlaps memory that is used meanwhile. Pass separate memory.");
        Says(() => heads.Predict(state, policy, policy.AsSpan(0, 4)), "Price overlaps memory");
        Says(() => heads.Predict(state, policy, heads.Parameters[..4]), "Price is memory of the network itself.");
        Says(() => heads.ComputeGradients(new() { State = state, PolicyLabels = [0, 1] }), "There is nothing to compare price with. Give its targets or labels for each sample.");
        Says(() => heads.ComputeLoss(new() { State = state }), "There is nothing to compare outputs with, so there is no loss.");
        Says(() => heads.ComputePolicyLoss(new() { State = state, PriceTargets = price }), "There is nothing to compare policy with.");
        Says(() => heads.ComputeLoss(new() { State = state, PolicyLabels = [0, 3] }), "PolicyLabels[1] is 3, but policy has 3 classes: labels go from 0 to 2, and -100 leaves a sample out.");
        Says(() => heads.ComputeLoss(new() { State = state, PolicyLabels = [0] }), "There are 2 samples but 1 label in PolicyLabels.");
        Says(() => heads.ComputeLoss(new() { State = state, PolicyLabels = [0, 1], PolicyTargets = policy }), "PolicyLabels and PolicyTargets are both given, but the SoftmaxCrossEntropy of policy compares with one of them.");
        Says(() => heads.ComputeLoss(new() { State = state, PriceTargets = [1, 2, 3, float.NaN] }), "the target of output 1 of sample 1 of PriceTargets is NaN");
        Divided divided = new();
        Says(() => divided.Predict(new float[8], new float[5], new float[4]), "Right has 5 values, but 2 samples of 3 are 6.");
        Assert.Equal(
            "Heads has named inputs or outputs, which this method does not know. Call the methods of its class, such as Predict(state, policy, price).",
            Assert.Throws<InvalidOperationException>(() => ((INetwork)heads).Predict(state, policy)).Message);
    }

    [Fact]
    public void Labels_that_are_all_left_out_teach_nothing()
    {
        (Heads heads, _, PriceHead price) = Same();
        float[] state = Draw(12, seed: 1), targets = Draw(4, seed: 2);
        Assert.Equal(price.ComputeGradients(state, targets), heads.ComputeGradients(new() { State = state, PolicyLabels = [-100, -100], PriceTargets = targets }));
        Assert.All(heads.Dense2.Weight.Gradient.ToArray(), gradient => Assert.Equal(0, gradient));
        Assert.Equal(0, heads.ComputePolicyLoss(new() { State = state, PolicyLabels = [-100, -100] }));
    }

    /// <summary>A network with two outputs and one of each output, with the same parameters.</summary>
    private static (Heads Heads, PolicyHead Policy, PriceHead Price) Same()
    {
        Heads heads = new(seed: 3);
        PolicyHead policy = new();
        PriceHead price = new();
        foreach (INetwork network in (INetwork[])[policy, price])
        {
            foreach (ParameterDescription parameter in network.Description.Parameters)
            {
                new ParameterTensor(network, parameter).CopyFrom(
                    new ParameterTensor(heads, heads.Description.Parameters.Single(other => other.Name == parameter.Name)).ToArray());
            }
        }

        return (heads, policy, price);
    }

    private static float[] Draw(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
    }

    private static void AssertNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);
    }

    private static void Says(Action action, string message) => Assert.Contains(message, Assert.Throws<ArgumentException>(action).Message);
}
