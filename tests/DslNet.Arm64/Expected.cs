namespace DslNet.SameBits;

/// <summary>The bits that everything must give. They change when a sum's order, a function or an initialiser changes, and then on every processor.</summary>
internal static class Expected
{
    private static readonly Dictionary<string, Fingerprints> s_fingerprints = new()
    {
        [nameof(VectorNet)] = new("E482780D746523EF", "21D89548DBB621F9", "", "0FE2E5F02D34368B", "6D3FFD271C189A26", "E321A54370B98F08"),
        [nameof(ImageNet)] = new("A1202353C650F384", "7892FE826D717CEF", "0BB6FA0EC53790A7", "C4A0713263871E8F", "CDD2E92E000696CA", "154D5A3A4E41A9E4"),
        [nameof(FlatNet)] = new("4507AA13CF28518C", "E918F53570E1E093", "", "2E9AD6723265BA8E", "F87AF2565C61D6B5", "933B38C78AD5D3B4"),
        [nameof(BinaryNet)] = new("DF2ECC1AD7BAC8AE", "D465727A3D143AA6", "", "4CE5D7456D3EA263", "C0E308C29983114F", "6E867610A857C6CC"),
        [nameof(LeNet)] = new("E04733585EB84B1A", "B224469FBAD1329B", "", "B8906D33AD4B7C9D", "925AE6A517B8FAE9", "A19A46BDF443DC36"),
        [nameof(LineNet)] = new("68AF5673CE2A7EDE", "1065D7A434C1A3C5", "", "EE21FB2A6A56021D", "3C653E2B3145D796", "026043A53E63490F"),
        [nameof(TurnedNet)] = new("70FEA333B6A1791B", "2294850178026EEB", "", "6293EE74CA05928F", "A6E14F6D87554561", "258A40824F100441"),
        [nameof(SignalNet)] = new("46FDC85DECDC53B9", "D9C547E199358B17", "9A60A714183D4159", "14F7808790BE1507", "237AEE847B684C9E", "3A8151E81C9D5CEB"),
        [nameof(SeparableNet)] = new("A4EFEE575B6C87F5", "A90BBE7C0C82E54E", "", "BF2BCFFD25C10B77", "C0706F3FA3F35E19", "C2CF6B7C84DADACB"),
        [nameof(OwnNet)] = new("2FA47C19D18012B1", "5455F017972CDF09", "", "750F315356EEF401", "65A8C1D45FA5A7C4", "779D77A5514D5DC6"),
        [nameof(JoinedNet)] = new("A510B4A1A7BCFB87", "7B96115D886AC1CC", "", "47800B7A416F19E9", "7A5ACF82041CDB1F", "BF1A5B3C9F9D8BE8"),
        [nameof(WordsNet)] = new("A393A4115CB46650", "5791718387E5685E", "", "5EAED117E4C2DC56", "ECDED4C04A5991F9", "8354A0981AED5F10"),
    };

    public static Fingerprints Of(string name) => s_fingerprints[name];
}
