using System.Globalization;
using DslNet;

namespace FashionMnist;

/// <summary>
/// Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017, arXiv:1708.07747): images of 28×28 pixels that show one of ten kinds of clothing.
/// </summary>
internal static class FashionImages
{
    /// <summary>The height and the width of an image.</summary>
    public const int Side = 28;

    /// <summary>The 60,000 images to learn from.</summary>
    public const string Train = "train";

    /// <summary>The 10,000 images to test with.</summary>
    public const string Test = "t10k";

    private static readonly string[] Names = ["t-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"];

    /// <summary>What the labels mean.</summary>
    public static IReadOnlyList<string> Classes => Names;

    /// <summary>Whether a folder has all four files.</summary>
    public static bool AreIn(string folder) =>
        new[] { Train, Test }.All(part => File.Exists(ImageFile(folder, part)) && File.Exists(LabelFile(folder, part)));

    /// <summary>Reads one part of the images, pixels from 0 to 1.</summary>
    /// <exception cref="InvalidDataException">A file is broken, or they do not fit together.</exception>
    public static Dataset Load(string folder, string part)
    {
        byte[] pixels = IdxFile.Read(ImageFile(folder, part), Side, Side), labels = IdxFile.Read(LabelFile(folder, part));
        int count = pixels.Length / (Side * Side);
        if (count == 0 || count != labels.Length)
            throw new InvalidDataException(Text($"{folder}: the number of images of {part} is {count}, but that of labels is {labels.Length}. Fetch the files again."));
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Names.Length - 1));
        if (wrong >= 0)
            throw new InvalidDataException(Text($"{LabelFile(folder, part)}: label {wrong} is {labels[wrong]}; expected 0 to {Names.Length - 1}."));
        return Dataset.FromLabels(
            Array.ConvertAll(pixels, pixel => pixel / 255f), Array.ConvertAll(labels, label => (int)label), Side * Side);
    }

    private static string ImageFile(string folder, string part) => Path.Combine(folder, part + "-images-idx3-ubyte.gz");

    private static string LabelFile(string folder, string part) => Path.Combine(folder, part + "-labels-idx1-ubyte.gz");

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
