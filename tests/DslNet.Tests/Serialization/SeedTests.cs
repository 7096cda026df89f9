using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>The seed travels with the parameters: dropout and the order of samples follow from it.</summary>
public class SeedTests
{
    [Theory, InlineData(1), InlineData(0), InlineData(-5), InlineData(int.MinValue), InlineData(int.MaxValue)]
    public void A_loaded_network_has_the_seed_that_was_saved(int seed)
    {
        using var folder = new TemporaryFolder();
        StorageNetwork.Create(seed).Save(folder["net.safetensors"]);
        StorageNetwork loaded = Network.Load<StorageNetwork>(folder["net.safetensors"]);
        Assert.Equal(seed, loaded.Seed);
        using var stream = new MemoryStream(Safetensors.Of(StorageNetwork.Create(seed)));
        Assert.Equal(seed, Network.Load<StorageNetwork>(stream).Seed);

        // Once more, from what was loaded.
        loaded.Save(folder["again.safetensors"]);
        Assert.Equal(File.ReadAllBytes(folder["net.safetensors"]), File.ReadAllBytes(folder["again.safetensors"]));
    }

    [Fact]
    public void A_network_that_loads_keeps_its_own()
    {
        StorageNetwork network = StorageNetwork.Create(3);
        Safetensors.Load(network, Safetensors.Of(StorageNetwork.Create(1)));
        Assert.Equal(3, network.Seed);
        Assert.Equal(StorageNetwork.Create(1).Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Fact]
    public void A_file_of_another_program_has_none()
    {
        string header = "{" + string.Join(
            ',',
            """ "__metadata__":{"format":"pt","seed":"17"} """,
            Safetensors.Entry("conv1.weight", "F32", "3,2,2,2", "0,96"),
            Safetensors.Entry("conv1.bias", "F32", "3", "96,108"),
            Safetensors.Entry("dense1.weight", "F32", "19,12", "108,1020"),
            Safetensors.Entry("dense1.bias", "F32", "19", "1020,1096")) + "}";
        using var stream = new MemoryStream(Safetensors.File(header, new byte[1096]));
        Assert.Equal(0, Network.Load<StorageNetwork>(stream).Seed);
    }

    [Theory, InlineData(""), InlineData("1.5"), InlineData("2147483648"), InlineData("seven"), InlineData("0x10")]
    public void What_is_no_seed_is_refused(string seed) =>
        Safetensors.Refused(Safetensors.Target(), Safetensors.Entries(0, $$""" "__metadata__":{"dslnet.seed":"{{seed}}"} """), [$"__metadata__.dslnet.seed, {seed}, is no whole number of 32 bits"]);
}
