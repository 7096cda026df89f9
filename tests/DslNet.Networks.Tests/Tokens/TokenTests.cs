using System.Collections.Immutable;

namespace DslNet.Networks.Tests.Tokens;

/// <summary>Networks with inputs of tokens, beside one that has a value of 0 or 1 for each token of a vocabulary instead.</summary>
public sealed class TokenTests
{
    /// <summary>One sample, a block, several blocks, and several groups of samples.</summary>
    public static TheoryData<int> Counts => [1, 2, 5, 40, 130, 300];

    [Theory, MemberData(nameof(Counts))]
    public void An_embedding_is_a_product_with_ones_and_zeros(int count)
    {
        (Flats flats, OneHotFlats dense) = Same();
        Table table = new(count);
        float[] price = new float[count], kinds = new float[count * 3], expectedPrice = new float[count], expectedKinds = new float[count * 3];
        flats.Predict(table.Numbers, table.Cities, table.Makes, table.Words, price, kinds);
        float[] cities = OneHot(table.Cities, 1, 5), makes = OneHot(table.Makes, 1, 40), words = OneHot(table.Words, 4, 7);
        dense.Predict(table.Numbers, cities, makes, words, expectedPrice, expectedKinds);
        AssertNear(expectedPrice, price);
        AssertNear(expectedKinds, kinds);

        Flats.Samples samples = table.OfFlats;
        OneHotFlats.Samples others = new()
        {
            Numbers = table.Numbers,
            City = cities,
            Make = makes,
            Words = words,
            PriceTargets = table.Prices,
            KindLabels = table.Kinds,
        };
        Assert.Equal(dense.ComputeLoss(others), flats.ComputeLoss(samples), 1e-5f);
        Assert.Equal(dense.ComputeGradients(others), flats.ComputeGradients(samples), 1e-5f);
        AssertNear(Transposed(dense.OfCity.Weight.Gradient, 5), flats.OfCity.Weight.Gradient.ToArray());
        AssertNear(Transposed(dense.OfMake.Weight.Gradient, 40), flats.OfMake.Weight.Gradient.ToArray());
        AssertNear(Transposed(dense.OfWords.Weight.Gradient, 7), flats.OfWords.Weight.Gradient.ToArray());
        AssertNear(dense.Trunk.Weight.Gradient.ToArray(), flats.Trunk.Weight.Gradient.ToArray());
    }

    [Theory, MemberData(nameof(Counts))]
    public void Samples_alone_have_the_bits_that_they_have_among_others(int count)
    {
        Flats flats = new(seed: 5);
        Table table = new(count);
        float[] price = new float[count], kinds = new float[count * 3], onePrice = new float[1], oneKinds = new float[3];
        flats.Predict(table.Numbers, table.Cities, table.Makes, table.Words, price, kinds);
        for (int i = 0; i < count; i++)
        {
            flats.Predict(table.Numbers.AsSpan(i * 3, 3), [table.Cities[i]], [table.Makes[i]], table.Words.AsSpan(i * 4, 4), onePrice, oneKinds);
            Assert.Equal(price[i], onePrice[0]);
            Assert.Equal(kinds[(i * 3)..(i * 3 + 3)], oneKinds);
        }
    }

    [Theory, MemberData(nameof(Counts))]
    public void Only_rows_that_are_read_have_a_gradient(int count)
    {
        Flats flats = new(seed: 5);
        Table table = new(count);

        // What a call before left is gone.
        Array.Fill(table.Makes, 7);
        flats.ComputeGradients(table.OfFlats);
        table = new(count);
        table.Makes.AsSpan().Replace(7, 8);
        flats.ComputeGradients(table.OfFlats);
        float[][] rows = [.. flats.OfMake.Weight.Gradient.ToArray().Chunk(9)];
        for (int make = 0; make < rows.Length; make++)
            Assert.Equal(table.Makes.Contains(make), rows[make].Any(value => value != 0));
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        float[] one = Trained(threads: 1);
        Assert.Equal(one, Trained(threads: 2));
        Assert.Equal(one, Trained(threads: 3));
        Assert.Equal(one, Trained(threads: 8));

        static float[] Trained(int threads)
        {
            int before = NetworkThreads.Count;
            NetworkThreads.Count = threads;
            try
            {
                Flats flats = new(seed: 5);
                Adam optimizer = new();
                Table table = new(3000);
                for (int step = 0; step < 3; step++)
                    flats.TrainStep(optimizer, table.OfFlats);
                return flats.Parameters.ToArray();
            }
            finally
            {
                NetworkThreads.Count = before;
            }
        }
    }

    [Fact]
    public void A_token_out_of_range_is_named_before_anything_is_changed()
    {
        Flats flats = new(seed: 5);
        Table table = new(5);
        flats.ComputeGradients(table.OfFlats);
        float[] gradients = flats.Gradients.ToArray(), parameters = flats.Parameters.ToArray(), price = [1, 2, 3, 4, 5], kinds = new float[15];
        table.Cities[3] = 5;
        Says(() => flats.Predict(table.Numbers, table.Cities, table.Makes, table.Words, price, kinds), 5, "City", "Token of sample 3 is 5, but City has a vocabulary of 5: tokens go from 0 to 4.");
        table.Cities[3] = 4;
        table.Words[18] = -1;
        Says(() => flats.ComputeGradients(table.OfFlats), -1, "Words", "Token 2 of sample 4 is -1, but Words has a vocabulary of 7: tokens go from 0 to 6. Correct it, or declare a larger vocabulary, in which what is unknown has a token of its own.");
        Says(() => flats.ComputeLoss(table.OfFlats), -1, "Words", "Token 2 of sample 4 is -1");
        Says(() => flats.TrainStep(new SGD(0.1f), table.OfFlats), -1, "Words", "Token 2 of sample 4 is -1");
        Says(() => flats.Fit(table.Data, new FitOptions { Optimizer = new SGD(0.1f) }), -1, "words", "Token 2 of sample 4 of train is -1, but words has a vocabulary of 7: tokens go from 0 to 6.");
        Says(() => flats.Evaluate(table.Data), -1, "words", "Token 2 of sample 4 of data is -1");
        table.Words[18] = int.MinValue;
        Says(() => flats.Predict(table.Numbers, table.Cities, table.Makes, table.Words, price, kinds), int.MinValue, "Words", "Token 2 of sample 4 is -2147483648");
        Assert.Equal([1, 2, 3, 4, 5], price);
        Assert.Equal(gradients, flats.Gradients.ToArray());
        Assert.Equal(parameters, flats.Parameters.ToArray());

        static void Says(Action action, int token, string argument, string message)
        {
            ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(action);
            Assert.StartsWith(message, exception.Message);
            Assert.Equal(token, exception.ActualValue);
            Assert.Equal(argument, exception.ParamName);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Trigram trigram = new();
        float[] outputs = new float[54];
        Says(() => trigram.Predict([1, 2, 3, 4], outputs), "Tokens has 4 tokens, not a multiple of the 3 tokens per sample.");
        Says(() => trigram.Predict([1, 2, 3], outputs), "Outputs has 54 values, but 1 sample of 27 is 27.");
        Says(() => trigram.Predict(System.Runtime.InteropServices.MemoryMarshal.Cast<float, int>(outputs.AsSpan(0, 6)), outputs), "Outputs overlaps memory that is used meanwhile.");
        Says(() => trigram.Evaluate(Dataset.FromColumns(new("Tokens", new int[6], 2), new("Output", new int[3]))), "Trigram expects 3 tokens for each sample of Tokens (3 tokens of 27), but the column Tokens of data has 2 integers. Make it of 3 tokens a sample.");
        Says(() => trigram.Evaluate(Dataset.FromColumns(new("Tokens", new float[6], 3), new("Output", new int[2]))), "Trigram expects 3 tokens for each sample of Tokens (3 tokens of 27), but the column Tokens of data has 3 values. Make it of 3 tokens a sample, which are integers.");
        Says(() => trigram.Evaluate(Dataset.FromColumns(new("Tokens", new int[6], 3), new("Output", new int[4], 2))), "The column Output of data has 2 integers for each sample, but the SoftmaxCrossEntropy of Output compares with one label. Give one label for each sample.");
        Says(() => trigram.Evaluate(Dataset.FromLabels(new float[6], new int[2], 3)), "Trigram has inputs of tokens (Tokens (3 tokens of 27), Output 27), but data has no named columns. Make it by Dataset.FromColumns.");
        Says(() => new DataColumn("Tokens", new int[7], 3), "Tokens has 7 tokens, not a multiple of the 3 per sample (1 left over). Give 3 tokens for each sample.");
        Flats flats = new();
        Says(() => flats.Evaluate(Dataset.FromColumns(new("numbers", new int[6], 3), new("city", new int[2]), new("make", new int[2]), new("words", new int[8], 4), new("price", new float[2], 1), new("kind", new int[2]))), "Flats expects 3 values for each sample of numbers 3, but the column numbers of data has 3 integers. Make it of 3 values a sample.");
        Assert.Equal(
            "Trigram has inputs of tokens, and this method takes values. Call the methods of its class, such as Predict(tokens, outputs).",
            Assert.Throws<InvalidOperationException>(() => ((INetwork)trigram).Predict(outputs, outputs)).Message);

        static void Says(Action action, string message) => Assert.StartsWith(message, Assert.Throws<ArgumentException>(action).Message);
    }

    [Fact]
    public void It_learns_what_follows()
    {
        // What follows is made of the first letter and the third.
        Random random = new(1);
        int[] letters = [.. Enumerable.Range(0, 3 * 4000).Select(_ => random.Next(27))], next = [.. letters.Chunk(3).Select(three => (three[0] + three[2] / 9) % 27)];
        Dataset data = Dataset.FromColumns(new("Tokens", letters, 3), new("Output", next));
        (Dataset train, Dataset test) = data.Split(3500, seed: 1);
        Trigram trigram = new(seed: 1);
        trigram.Fit(train, new FitOptions { Optimizer = new Adam(1e-2f), Epochs = 20, BatchSize = 50, Validation = test });
        Assert.True(trigram.Evaluate(test).Loss < 0.5, $"{trigram.Evaluate(test).Loss}");
        float[] scores = new float[27];
        trigram.Predict([5, 0, 20], scores);
        Assert.Equal(7, scores.IndexOf(scores.Max()));
    }

    [Fact]
    public void Columns_of_tokens_are_divided_and_put_in_order_by_samples()
    {
        DataColumn words = new("words", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 3);
        Assert.Equal((3, 3, true), (words.Count, words.Length, words.HasIntegers));
        Assert.Equal("words (3 integers)", words.ToString());
        Dataset data = Dataset.FromColumns(words, new("city", new[] { 1, 4, 7 }));
        Assert.Equal([4, 5, 6], data.Slice(1, 1).Columns[0].Integers.ToArray());
        (Dataset first, Dataset second) = data.Split(2, seed: 3);
        foreach (Dataset part in (Dataset[])[first, second])
        {
            int[] cities = part.Columns[1].Integers.ToArray();
            Assert.Equal(cities.SelectMany(city => new[] { city, city + 1, city + 2 }), part.Columns[0].Integers.ToArray());
        }
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        Flats flats = new(seed: 7);
        Table table = new(150);
        float[] price = new float[150], kinds = new float[450];
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            flats.Predict(table.Numbers, table.Cities, table.Makes, table.Words, price, kinds);
            flats.ComputeLoss(table.OfFlats);
            flats.ComputeGradients(table.OfFlats);
        }));
    }

    [Fact]
    public void Files_have_a_row_for_each_token()
    {
        Flats flats = new(seed: 7), other = new(seed: 8);
        Assert.Equal([40, 9], flats.OfMake.Weight.Shape.Axes);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.safetensors");
        try
        {
            flats.Save(path);
            other.Load(path);
            Assert.Equal(flats.Parameters.ToArray(), other.Parameters.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Weights_start_as_PyTorch_starts_them()
    {
        float[] weights = new Flats(seed: 1).OfMake.Weight.ToArray();
        double mean = weights.Average(), deviation = Math.Sqrt(weights.Average(value => value * value));
        Assert.Equal(0, mean, 0.15);
        Assert.Equal(1, deviation, 0.1);
    }

    [Fact]
    public void It_says_what_it_is()
    {
        NetworkDescription description = Flats.Declaration;
        Assert.Equal(["numbers 3", "city (1 token of 5)", "make (1 token of 40)", "words (4 tokens of 7)"], description.Inputs.Select(port => port.ToString()));
        Assert.Equal([ElementType.Float32, ElementType.Int32, ElementType.Int32, ElementType.Int32], description.Inputs.Select(port => port.Element));
        Assert.Equal([0, 5, 40, 7], description.Inputs.Select(port => port.Vocabulary));
        Assert.Equal([AxisKind.Length], description.Inputs[3].Axes);
        Assert.Equal(ImmutableArray.Create(3, 4), description.Layers.Single(layer => layer.Name == "OfWords").Output.Axes);
        Assert.Equal(["Tokens (3 tokens of 27)"], Trigram.Declaration.Inputs.Select(port => port.ToString()));
    }

    private static (Flats Flats, OneHotFlats Dense) Same()
    {
        Flats flats = new(seed: 5);
        OneHotFlats dense = new(seed: 6);
        foreach (ParameterDescription parameter in flats.Description.Parameters)
        {
            ParameterTensor own = new(flats, parameter), other = new(dense, dense.Description.Parameters.Single(each => each.Name == parameter.Name));
            other.CopyFrom(parameter.Name is "ofCity.weight" or "ofMake.weight" or "ofWords.weight" ? Transposed(own, own.Shape[1]) : own.ToArray());
        }

        return (flats, dense);
    }

    private static float[] Transposed(ParameterTensor tensor, int columns)
    {
        float[] values = tensor.ToArray();
        return [.. Enumerable.Range(0, values.Length).Select(i => values[i % (values.Length / columns) * columns + i / (values.Length / columns)])];
    }

    /// <summary>Channels first, as a signal is given.</summary>
    private static float[] OneHot(int[] tokens, int length, int vocabulary)
    {
        float[] values = new float[tokens.Length * vocabulary];
        for (int i = 0; i < tokens.Length; i++)
            values[i / length * length * vocabulary + tokens[i] * length + i % length] = 1;
        return values;
    }

    private static void AssertNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        float most = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f * Math.Max(most, 1e-3f));
    }

    /// <summary>Some rows of a table.</summary>
    private sealed class Table
    {
        public Table(int count)
        {
            Random random = new(count);
            Numbers = [.. Enumerable.Range(0, count * 3).Select(_ => random.NextSingle() * 2 - 1)];
            Prices = [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
            (Cities, Makes, Words, Kinds) = (Draw(count, 5), Draw(count, 40), Draw(count * 4, 7), Draw(count, 3));

            int[] Draw(int length, int end) => [.. Enumerable.Range(0, length).Select(_ => random.Next(end))];
        }

        public float[] Numbers { get; }

        public float[] Prices { get; }

        public int[] Cities { get; }

        public int[] Makes { get; }

        public int[] Words { get; }

        public int[] Kinds { get; }

        public Flats.Samples OfFlats => new() { Numbers = Numbers, City = Cities, Make = Makes, Words = Words, PriceTargets = Prices, KindLabels = Kinds };

        public Dataset Data => Dataset.FromColumns(
            new("numbers", Numbers, 3), new("city", Cities), new("make", Makes), new("words", Words, 4), new("price", Prices, 1), new("kind", Kinds));
    }
}
