package khabar.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program. */
@SpringBootApplication(scanBasePackages = "khabar", proxyBeanMethods = false)
@ConfigurationPropertiesScan("khabar")
public class Khabar {
    public static void main(String[] args) {
        SpringApplication.run(Khabar.class, args);
    }
}
