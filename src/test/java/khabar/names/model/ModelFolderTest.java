package khabar.names.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder must hold; every refusal names the file and says what to do. */
class ModelFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        TinyModel.in(folder);
    }

    @Test
    void aWholeFolderIsRead() {
        ModelFolder read = ModelFolder.read(folder);
        assertThat(read.plugin().languages()).containsExactlyInAnyOrder("ar", "en");
        assertThat(read.labels().count()).isEqualTo(TinyModel.LABELS.size());
        assertThat(read.longest()).isEqualTo(512);
        assertThat(read.hash()).matches("[0-9a-f]{12}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "vocab.txt", "config.json", "plugin.yaml"})
    void aFileThatIsMissingIsNamed(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertRefused(file + ": no such file", "a model is model.onnx, vocab.txt, config.json and plugin.yaml");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ModelFolder.read(folder.resolve("nowhere")))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContainingAll("nowhere: no such folder", "set khabar.names.model");
    }

    @Test
    void aTokeniserOfAnotherFormIsExplained() throws IOException {
        Files.move(folder.resolve("vocab.txt"), folder.resolve("tokenizer.json"));
        assertRefused("vocab.txt: no such file", "from model.vocab of tokenizer.json", "BPE, Unigram");
    }

    @Test
    void aModelWithAnotherHashIsRefused() throws IOException {
        byte[] network = Files.readAllBytes(folder.resolve("model.onnx"));
        String hash = TinyModel.hash(network);
        network[network.length - 1]++;
        Files.write(folder.resolve("model.onnx"), network);
        assertRefused("model.onnx: its SHA-256 is " + TinyModel.hash(network), hash, "get the model again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  MISC: none||config.json: the label B-MISC has no type in|say under types what it means, or none",
                "LOC: place|LOC: town|plugin.yaml: types says LOC: town|person, organisation, place, other or none",
                "drop-tatweel|drop-all|plugin.yaml: there is no normalisation drop-all|drop-tatweel",
                "licence: CC0-1.0||plugin.yaml: lacks licence|licence: ...",
                "licence:|licens: x\\nlicence:|plugin.yaml: says licens, which nothing listens to|licence",
                "language: [ar, en]||plugin.yaml: lacks language|such as ar",
                "name: tiny|name: [|plugin.yaml:|not YAML",
                "sha256: |sha256: x|plugin.yaml: sha256 is not 64 hex digits|sha256sum"
            })
    void whatThePluginMustSayIsTold(String before, String after, String told, String advice) throws IOException {
        edit("plugin.yaml", before, Objects.requireNonNullElse(after, "").replace("\\n", "\n"));
        assertRefused(told, advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id2label\"|\"labels\"|config.json: lacks id2label|numbers from 0",
                "\"3\"|\"9\"|config.json: id2label lacks 3|without a gap",
                "max_position|most_position|config.json: lacks max_position_embeddings|from 8 on",
                "{\"id2label\"|{{|config.json:1: not JSON|"
            })
    void whatTheConfigurationMustSayIsTold(String before, String after, String told, String advice) throws IOException {
        edit("config.json", before, after);
        assertRefused(told, Objects.requireNonNullElse(advice, ""));
    }

    @Test
    void aVocabularyOfAnotherKindIsRefused() throws IOException {
        edit("vocab.txt", "[CLS]", "<s>");
        assertRefused("vocab.txt: the vocabulary lacks [CLS]", "WordPiece");
        Files.write(folder.resolve("vocab.txt"), new byte[] {(byte) 0xC3, '\n'});
        assertRefused("vocab.txt: not in UTF-8", "write it in UTF-8");
    }

    @Test
    void anotherVocabularyIsAnotherModel() throws IOException {
        String before = ModelFolder.read(folder).hash();
        edit("vocab.txt", "visited", "visit");
        assertThat(ModelFolder.read(folder).hash()).isNotEqualTo(before);
    }

    @Test
    @EnabledIf(value = "khabar.names.model.NativeRuntime#works", disabledReason = "ONNX Runtime cannot start here")
    void theRuntimeTellsWhatItCannotUse() throws IOException {
        byte[] broken = {1, 2, 3};
        edit("plugin.yaml", TinyModel.hash(Files.readAllBytes(folder.resolve("model.onnx"))), TinyModel.hash(broken));
        Files.write(folder.resolve("model.onnx"), broken);
        assertThatThrownBy(() -> TransformerRecogniser.open(folder, 1))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContainingAll("model.onnx: the ONNX Runtime cannot use it", "export it again");
    }

    @Test
    @EnabledIf(value = "khabar.names.model.NativeRuntime#works", disabledReason = "ONNX Runtime cannot start here")
    void aNetworkForAnotherTaskIsRefused() {
        TinyModel.in(folder, List.of("input_ids", "pixel_values"), "ar", 512);
        assertThatThrownBy(() -> TransformerRecogniser.open(folder, 1))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContainingAll("model.onnx: wants the input pixel_values", "token classification");
    }

    @Test
    @EnabledIf(value = "khabar.names.model.NativeRuntime#works", disabledReason = "ONNX Runtime cannot start here")
    void aNetworkWithOtherLabelsIsRefused() throws IOException {
        edit("config.json", "\"0\": \"O\"", "\"8\": \"O\", \"0\": \"O\"");
        assertThatThrownBy(() -> TransformerRecogniser.open(folder, 1))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContainingAll("its output logits is not a score for each of the 9 labels");
    }

    /** A loader that has all but the runtime, as the packaged program does. */
    @Test
    void aProgramWithoutTheRuntimeSaysHowToGetIt() throws ReflectiveOperationException {
        ClassLoader without = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("ai.onnxruntime.")) {
                    throw new ClassNotFoundException(name);
                }
                return name.startsWith("khabar.names.model.") ? own(name) : super.loadClass(name, resolve);
            }

            private Class<?> own(String name) throws ClassNotFoundException {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException broken) {
                    throw new ClassNotFoundException(name, broken);
                }
            }
        };
        var open = without.loadClass(TransformerRecogniser.class.getName()).getMethod("open", Path.class, int.class);
        assertThatThrownBy(() -> open.invoke(null, folder, 1))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessageContainingAll(folder.toString(), "the ONNX Runtime is not in this program", "-Ponnx");
    }

    private void edit(String file, String before, String after) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(folder.resolve(file), text.replace(before, after));
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContainingAll(parts)
                .hasMessageContaining(folder.toString());
    }
}
