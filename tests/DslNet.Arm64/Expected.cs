namespace DslNet.SameBits;

/// <summary>The bits that everything must give. They change when a sum's order, a function or an initialiser changes, and then on every processor.</summary>
internal static class Expected
{
    private static readonly Dictionary<string, Fingerprints> s_fingerprints = new()
    {
        [nameof(VectorNet)] = new("5F68C1B1927321A1", "21906A2A0C479C5E", "", "747046403AFC068F", "790386FEC6EA3E26", "16C2127921916A5D"),
        [nameof(ImageNet)] = new("144F0095BB41636E", "C8C103F9D7C1860A", "18F8F5432C85D958", "96B8B7A0C955A4A9", "F3ED7168D8BC9EBB", "724061F179794CC2"),
        [nameof(FlatNet)] = new("4507AA13CF28518C", "6D1B6CA0BDBC29BA", "", "FD9B6D7732840438", "14EBE1A255DCA51F", "B81A985119967C7A"),
        [nameof(BinaryNet)] = new("DF2ECC1AD7BAC8AE", "D465727A3D143AA6", "", "855CEBEBB35E063A", "20ED430C8C029C47", "BD6E9FF0D823EFB7"),
        [nameof(LeNet)] = new("E04733585EB84B1A", "46363671D992E60A", "", "7CCBB46AC94BE3B4", "30298A5C15CBE52F", "33B5088B75BD9648"),
        [nameof(LineNet)] = new("68AF5673CE2A7EDE", "1065D7A434C1A3C5", "", "EE21FB2A6A56021D", "3C653E2B3145D796", "026043A53E63490F"),
    };

    public static Fingerprints Of(string name) => s_fingerprints[name];
}
