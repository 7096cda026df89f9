namespace DslNet.SameBits;

/// <summary>The bits that everything must give. They change when a sum's order, a function or an initialiser changes, and then on every processor.</summary>
internal static class Expected
{
    private static readonly Dictionary<string, Fingerprints> s_fingerprints = new()
    {
        [nameof(VectorNet)] = new("195A7C016FAB3062", "21906A2A0C479C5E", "", "39DE8091187BD33F", "44FC00A4E503D73A", "85DAE81E639A3543"),
        [nameof(ImageNet)] = new("E5BBB78671233B32", "43A4D3EB6477B4E9", "D0C5520B68B40A42", "68A9C57AC3AFDAC8", "A99F50FB4EC301D6", "A85060B24485537E"),
        [nameof(FlatNet)] = new("85ADEBF10FBCBBAD", "0FE063857970F21E", "", "EA51316BC15E9937", "0089232D041E6A85", "6780A417A9D1BF75"),
        [nameof(BinaryNet)] = new("DF2ECC1AD7BAC8AE", "D465727A3D143AA6", "", "855CEBEBB35E063A", "20ED430C8C029C47", "BD6E9FF0D823EFB7"),
        [nameof(LeNet)] = new("7A81665A26500632", "EDD7DEF2E7B2EFE2", "", "5841B72DDC3B81A7", "3D14AF08C9E20C45", "A0B1942F9D82F0C2"),
        [nameof(LineNet)] = new("68AF5673CE2A7EDE", "1065D7A434C1A3C5", "", "EE21FB2A6A56021D", "3C653E2B3145D796", "026043A53E63490F"),
    };

    public static Fingerprints Of(string name) => s_fingerprints[name];
}
