using System.Text;

namespace DslNet.Populations.Tests;

public class PopulationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(37)]
    public void Members_predict_what_networks_of_their_own_do(int size)
    {
        Population<Odd> population = new(size, seed: 3);
        float[] inputs = Values(size * Odd.InputLength), outputs = new float[size * Odd.OutputLength], expected = new float[Odd.OutputLength];
        population.Predict(inputs, outputs);
        for (int member = 0; member < size; member++)
        {
            new Odd(seed: 3 + member).Predict(inputs.AsSpan(member * Odd.InputLength, Odd.InputLength), expected);
            Assert.Equal(expected, outputs[(member * Odd.OutputLength)..((member + 1) * Odd.OutputLength)]);
        }

        for (int block = 0; block < population.BlockCount; block++)
        {
            int first = block * Population<Odd>.BlockSize, members = population.MembersOf(block);
            float[] some = new float[members * Odd.OutputLength];
            population.PredictBlock(block, inputs.AsSpan(first * Odd.InputLength, members * Odd.InputLength), some);
            Assert.Equal(outputs[(first * Odd.OutputLength)..((first + members) * Odd.OutputLength)], some);
        }
    }

    [Fact]
    public void One_input_is_for_all_members()
    {
        Population<Odd> population = new(20, seed: 1);
        float[] input = Values(Odd.InputLength), shared = new float[20 * Odd.OutputLength], each = new float[20 * Odd.OutputLength];
        population.Predict(input, shared);
        population.Predict([.. Enumerable.Repeat(input, 20).SelectMany(values => values)], each);
        Assert.Equal(each, shared);
    }

    [Fact]
    public void Members_come_and_go()
    {
        Population<Policy> population = new(18), other = new(2, seed: 9);
        Policy network = new(seed: 5);
        population[17].CopyFrom(network);
        Assert.Equal(network.Parameters.ToArray(), population[17].ToNetwork().Parameters.ToArray());
        population[0].CopyFrom(population[17]);
        population[1].CopyFrom(other[1]);
        Policy copy = new(seed: 0);
        population[0].CopyTo(copy);
        Assert.Equal(network.Parameters.ToArray(), copy.Parameters.ToArray());
        Assert.Equal(new Policy(seed: 10).Parameters.ToArray(), population[1].ToNetwork().Parameters.ToArray());
        Assert.All(population[2].ToNetwork().Parameters.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Lengths_are_checked()
    {
        Population<Policy> population = new(3);
        Assert.Equal("inputs has 5 values, but 3 members of Policy take 3 × 4, or 4 for all of them. (Parameter 'inputs')", Assert.Throws<ArgumentException>(() => population.Predict(new float[5], new float[6])).Message);
        Assert.Equal("outputs has 5 values, but 3 members of Policy give 3 × 2. (Parameter 'outputs')", Assert.Throws<ArgumentException>(() => population.Predict(new float[12], new float[5])).Message);
        float[] both = new float[12];
        Assert.Throws<ArgumentException>(() => population.Predict(both, both.AsSpan(0, 6)));
        Assert.Throws<ArgumentOutOfRangeException>(() => population[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => population.MembersOf(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Population<Policy>(0));
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_call()
    {
        Population<Controller> population = new(33, seed: 1);
        float[] inputs = Values(33 * Controller.InputLength), outputs = new float[33];
        population.Predict(inputs, outputs);
        Assert.Equal(0, AllocatedBytes.Of(() => population.Predict(inputs, outputs)));
        Assert.Equal(0, AllocatedBytes.Of(() => population.PredictBlock(2, inputs.AsSpan(0, Controller.InputLength), outputs.AsSpan(0, 1))));
    }

    [Fact]
    public void A_population_is_saved_and_loaded()
    {
        string folder = Directory.CreateTempSubdirectory("populations").FullName;
        try
        {
            string file = Path.Combine(folder, "odd.safetensors");
            Population<Odd> population = new(19, seed: 4);
            population.Save(file);
            Population<Odd> loaded = Population<Odd>.Load(file);
            Assert.Equal(19, loaded.Count);
            for (int member = 0; member < 19; member++)
                Assert.Equal(population[member].ToNetwork().Parameters.ToArray(), loaded[member].ToNetwork().Parameters.ToArray());
            Assert.Contains("has no dense2.weight, which the members of a population of Odd have", Assert.Throws<InvalidDataException>(() => Rename<Odd>(file, "dense2.weight", "dense3.weight")).Message, StringComparison.Ordinal);
            byte[] bytes = File.ReadAllBytes(file);
            File.WriteAllBytes(file, bytes[..^5]);
            Assert.Contains("ends within dense2.bias", Assert.Throws<InvalidDataException>(() => Population<Odd>.Load(file)).Message, StringComparison.Ordinal);
            File.WriteAllBytes(file, bytes[..5]);
            Assert.Throws<InvalidDataException>(() => Population<Odd>.Load(file));
            File.WriteAllBytes(file, bytes);
            Assert.Contains("19×9×11, but a population of Policy has members × 16×4", Assert.Throws<InvalidDataException>(() => Population<Policy>.Load(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Headers that lie: of more members than there are bytes, of types that are none, and damaged at random.</summary>
    [Fact]
    public void FilesThatLieAreRefused()
    {
        string folder = Directory.CreateTempSubdirectory("dslnet-").FullName;
        try
        {
            string file = Path.Combine(folder, "population.safetensors");
            new Population<Odd>(3).Save(file);
            byte[] whole = File.ReadAllBytes(file);
            string header = Encoding.UTF8.GetString(whole.AsSpan(8, (int)BitConverter.ToInt64(whole)));
            foreach ((string from, string to) in new[] { ("\"F32\"", "5"), ("\"F32\"", "\"\\ud800\""), ("\"dense1.weight\"", "\"\\ud800\""), ("[3,", "[4000000,"), ("[3,", "[2000000000,"), ("[3,", "[\"3\","), ("\"dense1.weight\":{", "\"dense1.weight\":5,\"other\":{") })
            {
                byte[] lying = Encoding.UTF8.GetBytes(header.Replace(from, to, StringComparison.Ordinal));
                File.WriteAllBytes(file, [.. BitConverter.GetBytes((long)lying.Length), .. lying, .. whole.AsSpan(8 + header.Length)]);
                Assert.Throws<InvalidDataException>(() => Population<Odd>.Load(file));
            }

            File.WriteAllBytes(file, [.. whole, 0]);
            Assert.Contains("1 bytes behind its last tensor", Assert.Throws<InvalidDataException>(() => Population<Odd>.Load(file)).Message, StringComparison.Ordinal);

            Random random = new(1);
            for (int i = 0; i < 500; i++)
            {
                byte[] damaged = [.. whole];
                for (int flips = 0; flips < 3; flips++)
                    damaged[random.Next(8 + header.Length)] = (byte)random.Next(256);
                File.WriteAllBytes(file, damaged);
                Exception? refused = Record.Exception(() => Population<Odd>.Load(file));
                Assert.True(refused is null or InvalidDataException, $"{i}: {refused}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Loads a copy of a file with a tensor of another name.</summary>
    private static Population<TNetwork> Rename<TNetwork>(string file, string from, string to) where TNetwork : CompilerServices.IPopulationNetwork<TNetwork>
    {
        string renamed = file + ".renamed";
        byte[] bytes = File.ReadAllBytes(file);
        int at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(from));
        System.Text.Encoding.ASCII.GetBytes(to).CopyTo(bytes, at);
        File.WriteAllBytes(renamed, bytes);
        return Population<TNetwork>.Load(renamed);
    }

    internal static float[] Values(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
