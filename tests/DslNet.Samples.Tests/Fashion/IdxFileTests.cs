using FashionMnist;
using Xunit;

namespace DslNet.Samples.Tests.Fashion;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] Elements = [1, 2, 3, 4, 5, 6, 7, 8];

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void ReadsImages()
    {
        Assert.Equal(Elements, Read(IdxBytes.File([2, 2, 2], Elements)));
    }

    [Fact]
    public void ReadsLabels()
    {
        File.WriteAllBytes(_path, IdxBytes.Compress(IdxBytes.File([8], Elements)));

        Assert.Equal(Elements, IdxFile.Read(_path));
    }

    [Fact]
    public void ReadsNoImages()
    {
        Assert.Empty(Read(IdxBytes.File([0, 2, 2], [])));
    }

    [Fact]
    public void RefusesWhatIsNoIdxFile()
    {
        Refuses("begin with two zeros", [.. "P5 640 480"u8]);
    }

    [Fact]
    public void RefusesOtherTypes()
    {
        Refuses("type 0x0D", [0, 0, 13, 3, .. IdxBytes.File([2, 2, 2], Elements)[4..]]);
    }

    [Fact]
    public void RefusesOtherRanks()
    {
        Refuses("number of axes is 1; expected 3", IdxBytes.File([8], Elements));
    }

    [Fact]
    public void RefusesOtherShapes()
    {
        Refuses("Axis 2 has the length 4; expected 2", IdxBytes.File([1, 2, 4], Elements));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(15)]
    public void RefusesHalfAHeader(int length)
    {
        Refuses("within its header", IdxBytes.File([2, 2, 2], Elements)[..length]);
    }

    [Fact]
    public void RefusesMissingElements()
    {
        Refuses("ends after 7 of the 8", IdxBytes.File([2, 2, 2], Elements[..7]));
    }

    [Fact]
    public void RefusesLeftOverElements()
    {
        Refuses("goes on after the 8", IdxBytes.File([2, 2, 2], [.. Elements, 9]));
    }

    [Fact]
    public void RefusesMoreThanMemoryHolds()
    {
        Refuses("announces 17179869180", [0, 0, 8, 3, 255, 255, 255, 255, 0, 0, 0, 2, 0, 0, 0, 2]);
    }

    /// <summary>A header that lies within what memory holds costs no more memory than the file has.</summary>
    [Fact]
    public void TakesMemoryOnlyForWhatIsThere()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        Refuses("ends after 8 of the 2080374784", [0, 0, 8, 3, 31, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, .. Elements]);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void RefusesWhatIsNotCompressed()
    {
        File.WriteAllBytes(_path, IdxBytes.File([2, 2, 2], Elements));

        Assert.Throws<InvalidDataException>(() => IdxFile.Read(_path, 2, 2));
    }

    [Fact]
    public void RefusesHalfACompressedFile()
    {
        byte[] compressed = IdxBytes.Compress(IdxBytes.File([2, 2, 2], Elements));
        File.WriteAllBytes(_path, compressed[..(compressed.Length / 2)]);

        Assert.Throws<InvalidDataException>(() => IdxFile.Read(_path, 2, 2));
    }

    private void Refuses(string reason, byte[] bytes)
    {
        var exception = Assert.Throws<InvalidDataException>(() => Read(bytes));
        Assert.Contains(_path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    private byte[] Read(byte[] bytes)
    {
        File.WriteAllBytes(_path, IdxBytes.Compress(bytes));
        return IdxFile.Read(_path, 2, 2);
    }
}
